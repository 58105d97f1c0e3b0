import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isAddress } from '../../../app/import/address.js';
import type { ImportRoot } from '../../../app/import/sources.js';
import type { Store } from '../../../app/ports.js';
import type { Context } from '../../contract/context.js';
import { errorText, usageError } from '../../contract/errors.js';
import { isBundled } from '../../shared/bundled.js';
import { bundledRoot } from '../../shared/bundled-import.js';
import { oneOfMany } from '../../shared/one-of-many.js';
import { fetchRoot, removeSnapshot } from '../../shared/snapshots.js';

/** What is to be imported, and as which collection. */
export interface FoundRoot {
  readonly root: ImportRoot;
  /** Null to name the collection after its root. */
  readonly as: string | null;
  /** Could it not be fetched again, so that it is as it was? */
  readonly isStale?: boolean;
}

/** All that is to be imported. */
export interface FoundRoots {
  readonly roots: readonly FoundRoot[];
  /** Was there one of several that could not be had? What was wrong has been said. */
  readonly isPart: boolean;
}

/**
 * Returns the roots that words of the command line name: files, folders, `-` for standard
 * input, addresses of repositories. Without any, all that was imported before.
 */
export async function findRoots(
  context: Context,
  store: Store,
  words: readonly string[],
  as: string | null,
): Promise<FoundRoots> {
  if (words.length === 0) return knownRoots(context, store, as);
  if (as !== null && words.length > 1) {
    throw usageError('--as names one collection, but there are several paths.');
  }
  return each(words, (word) => rootOf(word, as, context), context);
}

async function each<T>(
  wanted: readonly T[],
  find: (one: T) => Promise<FoundRoot>,
  context: Context,
): Promise<FoundRoots> {
  const roots: FoundRoot[] = [];
  for (const one of wanted) {
    const found = await oneOfMany(wanted.length === 1, context, () => find(one));
    if (found !== null) roots.push(found);
  }
  return { roots, isPart: roots.length < wanted.length };
}

async function rootOf(word: string, as: string | null, context: Context): Promise<FoundRoot> {
  if (word === '-') return { root: { kind: 'stdin', bytes: await context.readStdin() }, as };
  const path = resolve(context.cwd, word);
  const kind = context.files.kindOf(path);
  if (kind === 'missing' && isAddress(word)) return fetched(word, as, context);
  if (kind === 'folder' && isBareRepository(path, context)) {
    return fetched(pathToFileURL(path).href, as, context);
  }
  return { root: { kind: 'path', path }, as };
}

/** A repository without a working tree holds its files in a form of git's own. */
function isBareRepository(path: string, { files }: Context): boolean {
  const kinds = ['HEAD', 'objects', 'refs'].map((name) => files.kindOf(join(path, name)));
  return kinds.join(' ') === 'file folder folder';
}

/** Where a copy of before is all there is, says so and goes on with that. */
async function fetched(word: string, as: string | null, context: Context): Promise<FoundRoot> {
  const { root, failure } = await fetchRoot(word, context);
  if (failure !== null) context.stderr.write(errorText(failure, context.debug));
  return { root, as, isStale: failure !== null };
}

async function knownRoots(context: Context, store: Store, as: string | null): Promise<FoundRoots> {
  if (as !== null) throw usageError('--as needs a path.');
  const known = store
    .sources()
    .flatMap(({ name, source }) => (source === null ? [] : [{ name, source }]));
  if (known.length === 0) {
    throw usageError(
      'Nothing is imported yet, so there is nothing to look at again.',
      'Give a file, a folder or the address of a repository: viva import <path>.',
    );
  }
  return each(known, (collection) => knownRoot(collection, context, store), context);
}

async function knownRoot(
  { name, source }: { readonly name: string; readonly source: string },
  context: Context,
  store: Store,
): Promise<FoundRoot> {
  if (isBundled({ name, source }, context)) return bundledRoot(context, store);
  if (isAddress(source)) return fetched(source, name, context);
  const mayBeEmpty = source === context.paths.writing.cards;
  return { root: { kind: 'path', path: source, mayBeEmpty }, as: name };
}

/** Removes what was fetched for a trial import alone. */
export async function forgetTried(
  roots: readonly FoundRoot[],
  store: Store,
  context: Context,
): Promise<void> {
  const known = new Set(store.sources().map(({ source }) => source));
  for (const { root } of roots) {
    if (root.kind !== 'path' || root.address === undefined || known.has(root.address)) continue;
    await removeSnapshot(root.address, context);
  }
}

import { join } from 'node:path';
import { checkedAddress, snapshotName } from '../../app/import/address.js';
import type { ImportRoot } from '../../app/import/sources.js';
import { VivaError } from '../../model/error.js';
import { counted, isOrAre } from '../../model/text/counted.js';
import { firstNames } from '../../model/text/first-names.js';
import { visibleLine } from '../../model/text/visible.js';
import type { Context } from '../contract/context.js';

type FetchContext = Pick<Context, 'files' | 'paths' | 'snapshots' | 'stderr'>;

/** Returns the folder that holds what was fetched from an address, whether it is there or not. */
export function snapshotFolder(
  address: string,
  { paths, files }: Pick<Context, 'paths' | 'files'>,
): string {
  return join(paths.sources, slugOf(address, files), 'files');
}

function slugOf(address: string, files: Context['files']): string {
  return snapshotName(address, files.hashBytes(Buffer.from(address, 'utf8')));
}

/** What came of fetching an address: a root of import, and why it is not the newest where it is not. */
export interface FetchedRoot {
  readonly root: ImportRoot;
  readonly failure: VivaError | null;
}

/**
 * Fetches an address. Where that fails and there is a copy of before, that is the root.
 * Throws `source-address` or `source-failed`.
 */
export async function fetchRoot(word: string, context: FetchContext): Promise<FetchedRoot> {
  const address = checkedAddress(word);
  const slug = slugOf(address, context.files);
  const snapshots = await context.snapshots();
  const root = { kind: 'path', path: snapshotFolder(address, context), address } as const;
  const { stderr } = context;
  if (stderr.isTerminal) stderr.write(`Fetching ${visibleLine(address)} …\n`);
  try {
    const { leftOut } = snapshots.update(address, slug);
    if (leftOut.length > 0) stderr.write(leftOutText(address, leftOut));
    return { root, failure: null };
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    const failure = placed(error, address);
    if (!snapshots.has(slug)) throw failure;
    return { root, failure };
  }
}

/** Several may be fetched: which one failed is part of what is said. */
function placed({ code, message, hint, cause }: VivaError, file: string): VivaError {
  return new VivaError(code, message, hint, { place: { file }, cause });
}

function leftOutText(address: string, paths: readonly string[]): string {
  const count = `${counted(paths.length, 'file')} ${isOrAre(paths.length)}`;
  return `${visibleLine(address)}: ${count} too large or cannot be named here: ${firstNames(paths)}\n`;
}

/** Removes what was fetched from an address. */
export async function removeSnapshot(
  address: string,
  context: Pick<Context, 'files' | 'snapshots'>,
): Promise<void> {
  const snapshots = await context.snapshots();
  snapshots.remove(slugOf(address, context.files));
}

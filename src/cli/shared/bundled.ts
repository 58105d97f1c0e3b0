import { join } from 'node:path';
import { ownDecks } from '../../app/import/own-decks.js';
import type { Library } from '../../app/import/ports.js';
import type { ImportRoot } from '../../app/import/sources.js';
import type { Upkeep } from '../../app/upkeep/ports.js';
import type { Context } from '../contract/context.js';

/** Name of the collection of the decks that come with viva. */
const BUNDLED_COLLECTION = 'viva';

/** Where the person's own copy of the bundled decks lies. */
export function ownDecksFolder({ paths }: Pick<Context, 'paths'>): string {
  return join(paths.data, 'decks');
}

/** The bundled decks as a root of import: the person's own copy of them, brought up to date. */
export function bundledRoot({ bundledDecks, paths, files }: Context): {
  readonly root: ImportRoot;
  readonly as: string;
} {
  const path = ownDecks(bundledDecks, ownDecksFolder({ paths }), files);
  return { root: { kind: 'path', path }, as: BUNDLED_COLLECTION };
}

/**
 * Returns whether a collection holds the bundled decks as an earlier viva took
 * them in: straight from the installed package, which may have moved since.
 */
export function isFromPackage(
  { name, source }: { readonly name: string; readonly source: string | null },
  { bundledDecks, files }: Pick<Context, 'bundledDecks' | 'files'>,
): boolean {
  if (name !== BUNDLED_COLLECTION || source === null) return false;
  return source === bundledDecks || files.kindOf(source) === 'missing';
}

/** What to say where there is no card yet; nothing elsewhere. */
export function firstCards(store: Pick<Upkeep, 'isEmpty'>): string[] {
  if (!store.isEmpty()) return [];
  return [
    'There are no cards yet. "viva" brings the decks that come with it; "viva import PATH" takes your own.',
  ];
}

/** What to say after an import where the decks that come with viva never were; nothing elsewhere. */
export function bundledOffer(store: Pick<Library, 'collections'>): string[] {
  if (store.collections().some(({ name }) => name === BUNDLED_COLLECTION)) return [];
  return [
    'The decks that come with viva are not among your cards: "viva import --bundled" adds them.',
  ];
}

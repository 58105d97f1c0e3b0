import { dirname, join } from 'node:path';
import { isAddress } from '../../app/import/address.js';
import type { Library } from '../../app/import/ports.js';
import type { Context } from '../contract/context.js';

/** Name of the collection of the decks that come with viva. */
export const BUNDLED_COLLECTION = 'viva';

/** Where earlier versions kept a copy of the bundled decks for the person's edits. */
export function ownDecksFolder({ paths }: Pick<Context, 'paths'>): string {
  return join(paths.data, 'decks');
}

/** Does a collection hold the bundled decks, of this or of another installed version? */
export function isBundled(
  { name, source }: { readonly name: string; readonly source: string | null },
  context: Pick<Context, 'bundledDecks' | 'files' | 'paths'>,
): boolean {
  if (name !== BUNDLED_COLLECTION || source === null || isAddress(source)) return false;
  const { bundledDecks, files } = context;
  if (source === bundledDecks || source === ownDecksFolder(context)) return true;
  return files.kindOf(source) === 'missing' || isPackage(dirname(source), files);
}

/** A version manager leaves the installation before this one where it was. */
function isPackage(folder: string, files: Context['files']): boolean {
  const path = join(folder, 'package.json');
  if (files.kindOf(path) !== 'file') return false;
  const text = new TextDecoder().decode(files.readBytes(path));
  return /"bin"\s*:\s*\{\s*"viva"/.test(text);
}

/** Are the bundled decks imported, but from where they are no more, or no longer to be read? */
export function isBundledElsewhere(
  collection: { readonly name: string; readonly source: string | null },
  context: Pick<Context, 'bundledDecks' | 'files' | 'paths'>,
): boolean {
  return collection.source !== context.bundledDecks && isBundled(collection, context);
}

/** What to say after an import where the decks that come with viva never were; nothing elsewhere. */
export function bundledOffer(store: Pick<Library, 'collections'>): string[] {
  if (store.collections().some(({ name }) => name === BUNDLED_COLLECTION)) return [];
  return ['The bundled decks are not imported: "viva import --bundled" adds them.'];
}

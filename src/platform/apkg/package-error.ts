import { VivaError } from '../../model/error.js';

/** Returns the error for a package that is no Anki package, or a damaged one. */
export function damagedPackage(why: string, cause?: unknown): VivaError {
  return new VivaError(
    'import-failed',
    `This is not an Anki package, or it is damaged: ${why}.`,
    'Export it from Anki again (File → Export, .apkg). Nothing was imported.',
    cause === undefined ? {} : { cause },
  );
}

/** Returns the error for a package that wants more room than any real one. */
export function oversizedPackage(what: string): VivaError {
  return new VivaError(
    'import-failed',
    `This package is too large: ${what}.`,
    'Export the decks one by one, without media. Nothing was imported.',
  );
}

/** Returns the error for a package with a name that could lead out of a folder. */
export function unsafeName(name: string): VivaError {
  return new VivaError(
    'path-unsafe',
    `This package holds a file named "${name.slice(0, 80)}" that no Anki package holds.`,
    'Do not trust it. Nothing was imported.',
  );
}

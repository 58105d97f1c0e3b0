import { createRequire } from 'node:module';

export type Sqlite = typeof import('better-sqlite3');

const require = createRequire(import.meta.filename);

/** Gives the version of the better-sqlite3 that is installed; throws where none is. */
export function installedSqlite(): string {
  const { version }: { version: string } = require('better-sqlite3/package.json');
  return version;
}

/**
 * Loads better-sqlite3. In the bundle scripts/bundle/plugins.mjs puts another
 * function here, which saves Node the search for a dozen small files.
 */
export function loadLibrary(): Sqlite {
  return require('better-sqlite3');
}

import { createRequire } from 'node:module';
import Sqlite from 'better-sqlite3';

/** Returns the version of the installed better-sqlite3. Throws where there is none. */
export function sqliteVersion(): string {
  // The package as it is built into the programs tells it; see scripts/patches.
  const { version }: typeof Sqlite & { version?: string } = Sqlite;
  return version ?? searchedVersion();
}

function searchedVersion(): string {
  const require = createRequire(import.meta.filename);
  const { version }: { version: string } = require('better-sqlite3/package.json');
  return version;
}

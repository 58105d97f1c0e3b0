import { createRequire } from 'node:module';

/** Returns the version of the installed better-sqlite3. Throws where there is none. */
export function sqliteVersion(): string {
  const require = createRequire(import.meta.filename);
  const { version }: { version: string } = require('better-sqlite3/package.json');
  return version;
}

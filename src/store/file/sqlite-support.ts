import { VivaError } from '../../model/error.js';

/**
 * Takes the versions of better-sqlite3 and of Node; throws VivaError
 * 'sqlite-unsupported' for pairs that end the process: 12 is aborted by
 * Node 24's garbage collector, 13 segfaults on Node 20. It must run before the
 * native code is loaded.
 */
export function checkSqliteVersion(sqliteVersion: string, nodeVersion: string): void {
  const sqlite = majorOf(sqliteVersion);
  const node = majorOf(nodeVersion);
  const wanted =
    sqlite < 13 && (node === 24 || node === 25) ? 13 : sqlite >= 13 && node < 22 ? 12 : 0;
  if (wanted === 0) return;
  throw new VivaError(
    'sqlite-unsupported',
    `better-sqlite3 ${sqliteVersion} crashes on Node ${nodeVersion}.`,
    `Install the one that fits: run \`npm install --no-save better-sqlite3@${wanted}\` in viva's folder, or use another version of Node.`,
  );
}

/** Returns the VivaError for a better-sqlite3 that cannot be loaded. */
export function sqliteMissing(cause: unknown): VivaError {
  const reason =
    cause instanceof Error ? cause.message.replace(/\s*(Tried:)?\n.*/s, '') : String(cause);
  return new VivaError(
    'sqlite-unsupported',
    `viva cannot load its database library better-sqlite3: ${reason}`,
    "Run `npm rebuild better-sqlite3` in viva's folder; after a change of Node's version, `npm install` again.",
    { cause },
  );
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}

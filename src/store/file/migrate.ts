import { rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { VivaError } from '../../model/error.js';
import type { Migration } from '../migrations/migration.js';
import { reserve, syncFile } from './new-file.js';

/** "viva" in ASCII: tells our files from other SQLite databases. */
export const APPLICATION_ID = 0x76697661;

/**
 * Returns the version of a database, 0 for an empty one, and changes nothing.
 * Throws VivaError 'database-newer' for a database of a newer viva, one beyond
 * `latest`, and 'database-damaged' for one that is not viva's.
 */
export function versionOf(db: Database, path: string, latest: number): number {
  // In one look: another viva may be making this database at this moment.
  const [version = 0, application, tables] =
    db
      .prepare<[], [number, number, number]>(
        `SELECT (SELECT user_version FROM pragma_user_version),
           (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)`,
      )
      .raw()
      .get() ?? [];
  const isEmpty = version === 0 && application === 0 && tables === 0;
  if (!isEmpty && application !== APPLICATION_ID) throw foreign(path);
  if (version > latest) throw newer(path, version, latest);
  return version;
}

/**
 * Brings a database from its version to the newest of the list, one transaction
 * a migration. A database that is not empty is copied beside itself before; an
 * empty one is made in one transaction, for each is flushed to disk.
 */
export function migrate(
  db: Database,
  path: string,
  version: number,
  migrations: readonly Migration[],
): void {
  const missing = migrations.filter((migration) => migration.version > version);
  if (version > 0) backUp(db, path, version);
  // SQLite wants this off while a migration rebuilds a table that others refer to.
  db.pragma('foreign_keys = OFF');
  const steps = version === 0 ? [missing] : missing.map((migration) => [migration]);
  for (const step of steps) db.transaction(() => apply(db, step)).immediate();
  db.pragma('foreign_keys = ON');
}

function apply(db: Database, migrations: readonly Migration[]): void {
  // Another viva may have been here between our look and our lock.
  const now = userVersion(db);
  for (const { version, apply } of migrations.filter(({ version }) => version > now)) {
    apply(db);
    const broken = db.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) {
      throw new Error(`migration ${version} breaks ${broken.length} foreign keys`);
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${version}`);
  }
}

function userVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function foreign(path: string): VivaError {
  return new VivaError(
    'database-damaged',
    `${path} is a database of another program, not of viva.`,
    'Name another file with --db FILE; this one was left as it is.',
  );
}

function newer(path: string, version: number, known: number): VivaError {
  return new VivaError(
    'database-newer',
    `${path} was written by a newer viva (database version ${version}; this viva knows ${known}).`,
    'Update viva, or name another database with --db FILE; this one was left as it is.',
  );
}

/** Copies the database, its WAL included, to `<path>.v<version>-backup`. */
function backUp(db: Database, path: string, version: number): void {
  const copy = reserve(`${path}.v${version}-backup`);
  try {
    db.prepare('VACUUM INTO ?').run(copy);
    // VACUUM INTO leaves its output to the cache of the system.
    syncFile(copy, 'r+');
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

import { copyFileSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** Copies a database as it stands, its write-ahead log included, over another one. */
export function copyDatabase(from, to) {
  const db = new Sqlite(from);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  removeDatabase(to);
  copyFileSync(from, to);
}

/** Removes a database and what SQLite lays beside it. */
export function removeDatabase(path) {
  for (const tail of ['', '-wal', '-shm']) rmSync(path + tail, { force: true });
}

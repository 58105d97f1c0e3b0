import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';

/**
 * Copies a database as it stands, its write-ahead log included, over another one, and waits until
 * it is on disk: the kernel would still be writing it out while what is measured waits for the disk.
 */
export function copyDatabase(from, to) {
  const db = new Sqlite(from);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  removeDatabase(to);
  copyFileSync(from, to);
  const file = openSync(to, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** Removes a database, what SQLite lays beside it and its backups: with these left, viva asks for them. */
export function removeDatabase(path) {
  for (const tail of ['', '-wal', '-shm']) rmSync(path + tail, { force: true });
  const folder = join(dirname(path), 'backups');
  if (!existsSync(folder)) return;
  const own = `${basename(path, '.db')}-2`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(own)) rmSync(join(folder, name), { force: true, recursive: true });
  }
}

import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';

const CHUNK = 8 << 20;

/**
 * Copies a database as it stands, its write-ahead log included, over another one, and waits until
 * it is on disk: the kernel would still be writing it out while what is measured waits for the disk.
 * It is written in place, for of a file that is removed the disk is told to discard every block, meanwhile.
 */
export function copyDatabase(from, to) {
  const db = new Sqlite(from);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  removeBeside(to);
  const source = openSync(from, 'r');
  const target = openSync(to, existsSync(to) ? 'r+' : 'w+');
  const buffer = Buffer.alloc(CHUNK);
  let size = 0;
  for (let read = -1; read !== 0; size += read) {
    read = readSync(source, buffer, 0, CHUNK, size);
    writeSync(target, buffer, 0, read, size);
  }
  ftruncateSync(target, size);
  fsyncSync(target);
  closeSync(source);
  closeSync(target);
}

/** Removes a database, what SQLite lays beside it and its backups: with these left, viva asks for them. */
export function removeDatabase(path) {
  rmSync(path, { force: true });
  removeBeside(path);
}

function removeBeside(path) {
  for (const tail of ['-wal', '-shm']) rmSync(path + tail, { force: true });
  const folder = join(dirname(path), 'backups');
  if (!existsSync(folder)) return;
  const own = `${basename(path, '.db')}-2`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(own)) rmSync(join(folder, name), { force: true, recursive: true });
  }
}

import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { loadSqlite } from '../../file/sqlite.js';

const PAGE_SIZE = 4_096;
/** Places in the header (file format, section 1.3). */
const CHANGE_COUNTER = 24;
const PAGE_COUNT = 28;
const FREE_PAGES = { from: 32, to: 40 };
const VALID_FOR = 92;
const HEADER_BYTES = 100;
/** What follows it in a file whose schema is empty: a leaf without a cell (section 1.6). */
const EMPTY_LEAF = [13, 0, 0, 0, 0, PAGE_SIZE >> 8, PAGE_SIZE & 0xff, 0];

/**
 * Runs `work` on a copy of a database that may be damaged, its log included,
 * so that nothing done to read it touches the original. Where its schema is
 * beyond use, that of `healthy`, another database of viva's, takes its place:
 * tables stand at the same pages in all of them. `work` gets null where not
 * even that opens it.
 */
export function withDamaged<T>(
  path: string,
  healthy: string | null,
  work: (db: Database | null) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'viva-salvage-'));
  const copy = join(folder, 'damaged.db');
  let db: Database | null = null;
  try {
    for (const companion of ['', '-wal']) {
      if (existsSync(path + companion)) copyFileSync(path + companion, copy + companion);
    }
    db = tryOpen(copy) ?? withSchemaOf(healthy, copy);
    return work(db);
  } finally {
    db?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns the database where SQLite can read its schema; else null. */
function tryOpen(path: string): Database | null {
  if (!existsSync(path)) return null;
  const Sqlite = loadSqlite();
  let db: Database | undefined;
  try {
    db = new Sqlite(path, { fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    db.prepare('SELECT key FROM cards LIMIT 0').all();
    db.prepare('SELECT seq FROM events LIMIT 0').all();
    return db;
  } catch {
    db?.close();
    return null;
  }
}

/** The pages of the schema itself differ: triggers that were set aside for a while came back to others. */
function withSchemaOf(healthy: string | null, path: string): Database | null {
  if (healthy === null || !existsSync(path)) return null;
  const bytes = readFileSync(path);
  const pages = Math.floor(bytes.length / PAGE_SIZE);
  if (pages < 2) return null;
  writeFileSync(path, withEmptySchema(bytes, pages, readFileSync(healthy)));
  const Sqlite = loadSqlite();
  const db = new Sqlite(path);
  try {
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    db.prepare('ATTACH ? AS healthy').run(healthy);
    db.exec('INSERT INTO main.sqlite_schema SELECT * FROM healthy.sqlite_schema ORDER BY rowid');
  } catch {
    return null;
  } finally {
    db.close();
  }
  return tryOpen(path);
}

function withEmptySchema(bytes: Buffer, pages: number, healthy: Buffer): Buffer {
  healthy.copy(bytes, 0, 0, HEADER_BYTES);
  bytes.set(EMPTY_LEAF, HEADER_BYTES);
  bytes.fill(0, FREE_PAGES.from, FREE_PAGES.to);
  // The count of pages is believed where it was written with the change that the counter counts.
  bytes.writeUInt32BE(pages, PAGE_COUNT);
  bytes.copy(bytes, VALID_FOR, CHANGE_COUNTER, CHANGE_COUNTER + 4);
  return bytes;
}

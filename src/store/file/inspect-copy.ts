import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { CopyContent } from '../../app/upkeep/ports.js';
import { LATEST_VERSION } from '../migrations/migration.js';
import { APPLICATION_ID } from './migrate.js';
import { loadSqlite } from './sqlite.js';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\u0000';

/** Opens a copy of a database, checks every page and changes nothing; see `BackupFolder.inspect`. */
export function inspectCopy(path: string): CopyContent {
  const header = readHeader(path);
  if (header === null) return bad('it is not a database, or it is cut off.');
  // Opening a file in WAL mode would write beside it; what stands by itself is read as it is.
  const Sqlite = loadSqlite();
  let db: Database | undefined;
  try {
    db = new Sqlite(path, { readonly: true, fileMustExist: true });
    return look(db);
  } catch (error) {
    return bad(`${error instanceof Error ? error.message : String(error)}.`);
  } finally {
    db?.close();
  }
}

function look(db: Database): CopyContent {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    return bad('it is a database of another program.');
  }
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version < 1 || version > LATEST_VERSION) {
    return bad(`it was written by a newer viva (database version ${version}).`);
  }
  const damage = firstDamage(db);
  if (damage !== null) return bad(`it is damaged: ${damage}.`);
  const count = db.prepare<[], { cards: number; reviews: number; newestAt: number | null }>(
    `SELECT (SELECT count(*) FROM cards WHERE retired_at IS NULL) AS cards,
       (SELECT count(*) FROM events WHERE kind = 'review') AS reviews,
       (SELECT max(at) FROM events) AS newestAt`,
  );
  const { cards = 0, reviews = 0, newestAt = null } = count.get() ?? {};
  return { problem: null, cards, reviews, newestAt };
}

/**
 * Returns what is wrong with the pages of the tables; null where nothing is. The search index is not held against
 * the cards, as a check of the whole would: it is made anew of them, and takes five times as long as all else.
 */
function firstDamage(db: Database): string | null {
  const stored = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0";
  for (const name of db.prepare<[], string>(stored).pluck().all()) {
    const check = `PRAGMA quick_check("${name.replaceAll('"', '""')}")`;
    const found = db.prepare<[], string>(check).pluck().get();
    if (found !== 'ok') return found ?? 'no answer';
  }
  return null;
}

function bad(problem: string): CopyContent {
  return { problem, cards: 0, reviews: 0, newestAt: null };
}

/** Is this a database of viva's as long as its header says? Reads 100 bytes. */
export function seemsWhole(path: string): boolean {
  const header = readHeader(path);
  return header !== null && header.readUInt32BE(68) === APPLICATION_ID;
}

/** Returns the header of a SQLite file that is as long as it says; else null. */
function readHeader(path: string): Buffer | null {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const header = Buffer.alloc(HEADER_BYTES);
    if (readSync(file, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return null;
    if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
    // File format, sections 1.3.2 and 1.3.8: the page size (1 means 65536), the number of pages.
    const size = header.readUInt16BE(16);
    const bytes = (size === 1 ? 65_536 : size) * header.readUInt32BE(28);
    return fstatSync(file).size < bytes ? null : header;
  } catch {
    return null;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

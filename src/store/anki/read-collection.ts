import type { Database } from 'better-sqlite3';
import type { AnkiCard, AnkiCollection, AnkiNote, AnkiReview } from '../../model/anki.js';
import { VivaError } from '../../model/error.js';
import * as z from '../../model/schema.js';
import { loadSqlite } from '../file/sqlite.js';
import { modernScheduler, scheduler11 } from './read-scheduler.js';
import { readModern, readSchema11 } from './read-types.js';

const integer = z.int();
const text = z.string();

const cardRow = z.object({
  id: integer,
  note: integer,
  deck: integer,
  ordinal: integer.check(z.minimum(0)),
  changedAt: integer,
  type: integer,
  queue: integer,
  due: integer,
  interval: integer,
  factor: integer,
  reps: integer,
  lapses: integer,
  left: integer,
  flag: integer.check(z.minimum(0), z.maximum(7)),
  data: text,
}) satisfies z.ZodMiniType<AnkiCard>;

const reviewRow = z.object({
  id: integer,
  card: integer,
  ease: integer,
  interval: integer,
  lastInterval: integer,
  factor: integer,
  durationMs: integer,
  type: integer,
}) satisfies z.ZodMiniType<AnkiReview>;

const noteRow = z.object({
  id: integer,
  guid: text,
  noteType: integer,
  changedAt: integer,
  tags: text,
  fields: text,
});

/**
 * Reads Anki's database, of schema 11 or one of the newer ones (14 to 18).
 * Throws `import-failed` where it is none. The bytes are not trusted: only
 * tables are read, and every value is checked.
 */
export function readAnkiCollection(bytes: Uint8Array): AnkiCollection {
  const Sqlite = loadSqlite();
  let db: Database | null = null;
  try {
    db = new Sqlite(withoutLog(bytes));
    // A schema from elsewhere runs no function of its own.
    db.pragma('trusted_schema = OFF');
    checkTables(db);
    replaceCollation(db);
    return read(db);
  } catch (error) {
    throw error instanceof VivaError ? error : unreadable(error);
  } finally {
    db?.close();
  }
}

// A database in memory has no write-ahead log: bytes 18 and 19 of the header say so.
function withoutLog(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  if (copy[18] === 2) copy.fill(1, 18, 20);
  return copy;
}

const WANTED = ['col', 'notes', 'cards', 'revlog'];

// A view, a virtual table or a generated column in a table's place could compute without end.
function checkTables(db: Database): void {
  const tables = new Set(
    db
      .prepare<[], string>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'create virtual%'",
      )
      .pluck()
      .all(),
  );
  const missing = WANTED.find((name) => !tables.has(name));
  if (missing !== undefined)
    throw tables.has('events') ? ownDatabase() : unreadable(`there is no table "${missing}"`);
  for (const table of WANTED) {
    const columns = z
      .array(z.object({ hidden: integer }))
      .parse(db.pragma(`table_xinfo(${table})`));
    if (columns.some(({ hidden }) => hidden !== 0)) throw unreadable(`"${table}" computes values`);
  }
}

/*
 * Anki's newer tables compare names by a collation of its own, without which
 * SQLite will not even walk over those WITHOUT ROWID. In this copy, in memory,
 * they are said to use another: nothing is looked up by these names.
 */
function replaceCollation(db: Database): void {
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  db.exec(
    `UPDATE sqlite_master SET sql = replace(sql, 'unicase', 'nocase')
     WHERE sql LIKE '%collate unicase%'`,
  );
  db.pragma('writable_schema = RESET');
  db.unsafeMode(false);
}

function read(db: Database): AnkiCollection {
  const { createdAt, version } = z
    .object({ createdAt: integer, version: integer })
    .parse(db.prepare('SELECT crt AS createdAt, ver AS version FROM col').get());
  const isOld = version <= 11;
  const types = isOld ? readSchema11(db) : readModern(db);
  return {
    createdAt,
    scheduler: isOld ? scheduler11(db) : modernScheduler(db),
    ...types,
    notes: readNotes(db),
    cards: readCards(db),
    reviews: readReviews(db),
  };
}

function readNotes(db: Database): AnkiNote[] {
  const rows = db
    .prepare(
      'SELECT id, guid, mid AS noteType, mod AS changedAt, tags, flds AS fields FROM notes ORDER BY id',
    )
    .iterate();
  return Array.from(rows, (row) => {
    const note = noteRow.parse(row);
    return {
      ...note,
      tags: note.tags.split(/\s+/).filter((tag) => tag !== ''),
      fields: note.fields.split('\u001f'),
    };
  });
}

// In a filtered deck, "odid" and "odue" hold the deck and the due date that are the card's own.
function readCards(db: Database): AnkiCard[] {
  const rows = db
    .prepare(
      `SELECT id, nid AS note, CASE odid WHEN 0 THEN did ELSE odid END AS deck, ord AS ordinal,
         mod AS changedAt, type, queue, CASE odid WHEN 0 THEN due ELSE odue END AS due,
         ivl AS interval, factor, reps, lapses, "left", flags & 7 AS flag, data
       FROM cards ORDER BY nid, ord`,
    )
    .iterate();
  return Array.from(rows, (row) => cardRow.parse(row));
}

function readReviews(db: Database): AnkiReview[] {
  const rows = db
    .prepare(
      `SELECT id, cid AS card, ease, ivl AS interval, lastIvl AS lastInterval, factor,
         time AS durationMs, type FROM revlog ORDER BY id`,
    )
    .iterate();
  return Array.from(rows, (row) => reviewRow.parse(row));
}

function ownDatabase(): VivaError {
  return new VivaError(
    'import-failed',
    'This is a database of viva, not a collection of Anki.',
    'Restore it with "viva restore FILE". Nothing was imported.',
  );
}

function unreadable(cause: unknown): VivaError {
  const why = cause instanceof z.$ZodError ? 'a value in it is of the wrong kind' : reasonOf(cause);
  return new VivaError(
    'import-failed',
    `The collection in this package cannot be read: ${why}.`,
    'Check it in Anki (Tools → Check Database) and export it again. Nothing was imported.',
    { cause },
  );
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

import type { Database } from 'better-sqlite3';
import type { AnkiCollection } from '../../src/model/anki.js';
import { writeAnkiCollection } from '../../src/store/anki/write-collection.js';
import { loadSqlite } from '../../src/store/file/sqlite.js';

export const STAMP = { now: 1_764_000_000_000, dayStart: 4, minutesWest: -60 };

/** One of everything that viva writes of Anki's. */
export const COLLECTION: AnkiCollection = {
  createdAt: 1_700_000_000,
  scheduler: 2,
  noteTypes: [
    {
      ...{ id: 11, name: 'Basic', cloze: false, css: '.card {}', fields: ['Front', 'Back'] },
      templates: [{ name: 'Card 1', question: '{{Front}}', answer: '{{Back}}' }],
    },
  ],
  decks: [{ id: 21, name: 'A::B', description: 'about <b>b</b>' }],
  notes: [{ id: 31, guid: 'g"1', noteType: 11, changedAt: 1_700_000_000, tags: ['x', 'y::z'] }].map(
    (note) => ({ ...note, fields: ['q', 'ü'] }),
  ),
  cards: [
    {
      ...{ id: 41, note: 31, deck: 21, ordinal: 0, changedAt: 5, type: 2, queue: -1, due: 7 },
      ...{ interval: 9, factor: 2500, reps: 3, lapses: 1, left: 0, flag: 4, data: '{"s":1}' },
    },
  ],
  reviews: [
    {
      ...{ id: 1_700_000_000_001, card: 41, ease: 3, interval: -600, lastInterval: 0 },
      ...{ factor: 550, durationMs: 4321, type: 0 },
    },
  ],
};

/** Returns the bytes of a written collection, changed by SQL. */
export function changed(change: (db: Database) => void): Uint8Array {
  const Sqlite = loadSqlite();
  const db = new Sqlite(Buffer.from(writeAnkiCollection(COLLECTION, STAMP)));
  try {
    change(db);
    return db.serialize();
  } finally {
    db.close();
  }
}

/** Protobuf: a text (or message) as a field, and a number. */
const bytesField = (field: number, value: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([field * 8 + 2, bytes.length]), bytes]);
};
const numberField = (field: number, value: number) => Buffer.from([field * 8, value]);

/**
 * Returns a collection of schema 18. SQLite takes no table with a collation it does not know, except
 * by its schema being rewritten. Its one note has these fields.
 */
export function schema18(fields = COLLECTION.notes[0]?.fields ?? []): Uint8Array {
  return changed((db) => {
    db.prepare('UPDATE notes SET flds = ?').run(fields.join('\u001f'));
    db.exec(`UPDATE col SET ver = 18, models = '', decks = '';
      CREATE TABLE notetypes (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL COLLATE nocase,
        mtime_secs INTEGER NOT NULL, usn INTEGER NOT NULL, config BLOB NOT NULL);
      CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
      CREATE TABLE fields (ntid INTEGER NOT NULL, ord INTEGER NOT NULL,
        name TEXT NOT NULL COLLATE nocase, config BLOB NOT NULL, PRIMARY KEY (ntid, ord))
        WITHOUT ROWID;
      CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
      CREATE TABLE templates (ntid INTEGER NOT NULL, ord INTEGER NOT NULL,
        name TEXT NOT NULL COLLATE nocase, mtime_secs INTEGER NOT NULL, usn INTEGER NOT NULL,
        config BLOB NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
      CREATE TABLE decks (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL COLLATE nocase,
        mtime_secs INTEGER NOT NULL, usn INTEGER NOT NULL, common BLOB NOT NULL,
        kind BLOB NOT NULL);
      CREATE UNIQUE INDEX idx_decks_name ON decks (name);`);
    const kind = Buffer.concat([numberField(1, 1), bytesField(3, '.card {}')]);
    db.prepare('INSERT INTO notetypes VALUES (11, ?, 0, 0, ?)').run('Cloze', kind);
    for (const [ord, name] of ['Text', 'Extra'].entries()) {
      db.prepare('INSERT INTO fields VALUES (11, ?, ?, ?)').run(ord, name, Buffer.alloc(0));
    }
    const formats = [bytesField(1, '{{cloze:Text}}'), bytesField(2, '{{cloze:Text}}!')];
    db.prepare("INSERT INTO templates VALUES (11, 0, 'Cloze', 0, 0, ?)").run(
      Buffer.concat(formats),
    );
    const normal = Buffer.concat([numberField(1, 1), bytesField(4, 'about')]);
    db.prepare('INSERT INTO decks VALUES (21, ?, 0, 0, ?, ?)').run(
      'A\u001fB',
      Buffer.alloc(0),
      bytesField(1, normal),
    );
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    db.exec("UPDATE sqlite_master SET sql = replace(sql, 'COLLATE nocase', 'collate unicase')");
    db.pragma('writable_schema = RESET');
  });
}

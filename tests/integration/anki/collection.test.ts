import { createRequire } from 'node:module';
import type { Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { AnkiCollection } from '../../../src/model/anki.js';
import { readAnkiCollection } from '../../../src/store/anki/read-collection.js';
import { writeAnkiCollection } from '../../../src/store/anki/write-collection.js';

const Sqlite: typeof import('better-sqlite3') = createRequire(import.meta.url)('better-sqlite3');
const STAMP = { now: 1_764_000_000_000, dayStart: 4, minutesWest: -60 };

const COLLECTION: AnkiCollection = {
  createdAt: 1_700_000_000,
  noteTypes: [
    {
      ...{ id: 11, name: 'Basic', cloze: false, css: '.card {}', fields: ['Front', 'Back'] },
      templates: [{ name: 'Card 1', question: '{{Front}}', answer: '{{Back}}' }],
    },
  ],
  decks: [{ id: 21, name: 'A::B', description: 'about <b>b</b>' }],
  notes: [{ id: 31, guid: 'g"1', noteType: 11, tags: ['x', 'y::z'], fields: ['q', 'ü'] }],
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

/** Gives the bytes of a written collection, changed by SQL. */
function changed(change: (db: Database) => void): Uint8Array {
  const db = new Sqlite(Buffer.from(writeAnkiCollection(COLLECTION, STAMP)));
  try {
    change(db);
    return db.serialize();
  } finally {
    db.close();
  }
}

const refused = (bytes: Uint8Array) =>
  expect(() => readAnkiCollection(bytes)).toThrow(
    expect.objectContaining({ code: 'import-failed' }),
  );

describe('a collection of schema 11', () => {
  test('is read as it was written', () => {
    const { decks, ...rest } = readAnkiCollection(writeAnkiCollection(COLLECTION, STAMP));
    const { decks: own, ...others } = COLLECTION;
    expect(rest).toEqual(others);
    expect(decks).toEqual([{ id: 1, name: 'Default', description: '' }, ...own]);
  });

  test('passes the check of SQLite, and says what Anki asks of it', () => {
    const db = new Sqlite(Buffer.from(writeAnkiCollection(COLLECTION, STAMP)));
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.prepare('SELECT ver, crt, mod FROM col').get()).toEqual({
      ver: 11,
      crt: 1_700_000_000,
      mod: STAMP.now,
    });
    // SHA-1 of "q" begins with 22ea1c64.
    expect(db.prepare('SELECT tags, sfld, csum, flds FROM notes').get()).toEqual({
      tags: ' x y::z ',
      sfld: 'q',
      csum: 0x22ea1c64,
      flds: 'q\u001fü',
    });
    db.close();
  });

  test('gives a card in a filtered deck its own deck and due date', () => {
    const bytes = changed((db) =>
      db.exec('UPDATE cards SET odid = did, odue = due, did = 99, due = 0'),
    );
    expect(readAnkiCollection(bytes).cards[0]).toMatchObject({ deck: 21, due: 7 });
  });

  test('that kept a write-ahead log is read too', () => {
    const bytes = Buffer.from(writeAnkiCollection(COLLECTION, STAMP)).fill(2, 18, 20);
    expect(readAnkiCollection(bytes).notes).toHaveLength(1);
  });
});

describe('a collection that is not what it seems is refused', () => {
  test.each([
    ['no database', Buffer.from('hello')],
    ['empty', new Uint8Array()],
    ['cut off', writeAnkiCollection(COLLECTION, STAMP).subarray(0, 9000)],
    ['without cards', changed((db) => db.exec('DROP TABLE cards'))],
    ['with broken JSON', changed((db) => db.exec("UPDATE col SET models = '{'"))],
    ['with other JSON', changed((db) => db.exec(`UPDATE col SET decks = '{"1":{"id":"x"}}'`))],
    ['with text for a number', changed((db) => db.exec("UPDATE cards SET nid = 'x'"))],
    ['with a number past counting', changed((db) => db.exec('UPDATE cards SET due = 1 << 62'))],
    ['with bytes for text', changed((db) => db.exec("UPDATE notes SET flds = x'00ff'"))],
    ['without its row', changed((db) => db.exec('DELETE FROM col'))],
  ])('%s', (_, bytes) => refused(bytes));

  test('with an endless view in place of a table', () => {
    refused(
      changed((db) =>
        db.exec(`DROP TABLE revlog; CREATE VIEW revlog AS
          WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id FROM n) SELECT id FROM n`),
      ),
    );
  });

  test('with a column that computes', () => {
    refused(
      changed((db) =>
        db.exec('ALTER TABLE notes ADD COLUMN x TEXT AS (hex(zeroblob(500000000))) VIRTUAL'),
      ),
    );
  });

  test('or read, where bytes of it are damaged', () => {
    const good = writeAnkiCollection(COLLECTION, STAMP);
    for (let at = 0; at < good.length; at += 97) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 0xff;
      try {
        readAnkiCollection(bad);
      } catch (error) {
        expect(error).toMatchObject({ code: 'import-failed' });
      }
    }
  });
});

test('a collection of schema 18 is read without the collation of Anki', () => {
  const { decks, noteTypes, cards, reviews } = readAnkiCollection(schema18());
  expect(decks).toEqual([{ id: 21, name: 'A::B', description: 'about' }]);
  expect(noteTypes).toEqual([
    {
      ...{ id: 11, name: 'Cloze', cloze: true, css: '.card {}', fields: ['Text', 'Extra'] },
      templates: [{ name: 'Cloze', question: '{{cloze:Text}}', answer: '{{cloze:Text}}!' }],
    },
  ]);
  expect(cards).toEqual(COLLECTION.cards);
  expect(reviews).toEqual(COLLECTION.reviews);
});

/** Protobuf: a text (or message) as a field, and a number. */
const bytesField = (field: number, value: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([field * 8 + 2, bytes.length]), bytes]);
};
const numberField = (field: number, value: number) => Buffer.from([field * 8, value]);

// SQLite takes no table with a collation it does not know, except by its schema being rewritten.
function schema18(): Uint8Array {
  return changed((db) => {
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

import { describe, expect, test } from 'vitest';
import { readAnkiCollection } from '../../../src/store/anki/read-collection.js';
import { writeAnkiCollection } from '../../../src/store/anki/write-collection.js';
import { loadSqlite } from '../../../src/store/file/sqlite.js';
import { COLLECTION, changed, STAMP, schema18 } from '../../support/anki-collections.js';

const Sqlite = loadSqlite();

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

import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { AnkiCollection, AnkiDeck, AnkiNoteType, AnkiStamp } from '../../model/anki.js';
import { loadSqlite } from '../file/sqlite.js';
import { collectionConfig, configOfDecks, deckJson, noteTypeJson } from './collection-json.js';
import { SCHEMA } from './schema.js';

/** Anki's first deck, which every collection has. */
const DEFAULT_DECK: AnkiDeck = { id: 1, name: 'Default', description: '' };
/** What Anki gives rows that were never synchronised. */
const UNSYNCED = -1;

/** Returns a collection as Anki's database of schema 11, which every Anki reads. */
export function writeAnkiCollection(collection: AnkiCollection, stamp: AnkiStamp): Uint8Array {
  const Sqlite = loadSqlite();
  const db = new Sqlite(':memory:');
  try {
    db.exec(SCHEMA);
    db.transaction(() => fill(db, collection, stamp))();
    return db.serialize();
  } finally {
    db.close();
  }
}

function fill(db: Database, collection: AnkiCollection, stamp: AnkiStamp): void {
  writeCol(db, collection, stamp);
  writeNotes(db, collection);
  const addCard = db.prepare(
    `INSERT INTO cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses,
       left, odue, odid, flags, data)
     VALUES (@id, @note, @deck, @ordinal, @changedAt, ${UNSYNCED}, @type, @queue, @due, @interval,
       @factor, @reps, @lapses, @left, 0, 0, @flag, @data)`,
  );
  for (const card of collection.cards) addCard.run(card);
  const addReview = db.prepare(
    `INSERT INTO revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)
     VALUES (@id, @card, ${UNSYNCED}, @ease, @interval, @lastInterval, @factor, @durationMs, @type)`,
  );
  for (const review of collection.reviews) addReview.run(review);
}

function writeCol(db: Database, collection: AnkiCollection, stamp: AnkiStamp): void {
  const seconds = Math.round(stamp.now / 1000);
  const decks = [DEFAULT_DECK, ...collection.decks];
  db.prepare(
    `INSERT INTO col (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags)
     VALUES (1, @createdAt, @now, @now, 11, 0, 0, 0, @conf, @models, @decks, @dconf, '{}')`,
  ).run({
    createdAt: collection.createdAt,
    now: stamp.now,
    conf: JSON.stringify(collectionConfig(stamp, collection.cards.length)),
    models: JSON.stringify(byId(collection.noteTypes, noteTypeJson)),
    decks: JSON.stringify(byId(decks, (deck) => deckJson(deck, seconds))),
    dconf: JSON.stringify(configOfDecks(stamp.options)),
  });
}

function byId<T extends AnkiDeck | AnkiNoteType>(
  things: readonly T[],
  toJson: (thing: T) => object,
): Record<string, object> {
  return Object.fromEntries(things.map((thing) => [String(thing.id), toJson(thing)]));
}

function writeNotes(db: Database, collection: AnkiCollection): void {
  const add = db.prepare(
    `INSERT INTO notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
     VALUES (@id, @guid, @noteType, @changedAt, ${UNSYNCED}, @tags, @fields, @sort, @sum, 0, '')`,
  );
  for (const { id, guid, noteType, changedAt, tags, fields } of collection.notes) {
    const sort = plain(fields[0] ?? '');
    add.run({
      id,
      guid,
      noteType,
      changedAt,
      // Blanks at both ends, so that a tag can be searched with them.
      tags: tags.length === 0 ? '' : ` ${tags.join(' ')} `,
      fields: fields.join('\u001f'),
      sort,
      sum: checksum(sort),
    });
  }
}

function plain(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').trim();
}

/** Anki's check for duplicates: the first 8 digits of the SHA-1 of the first field without HTML. */
function checksum(text: string): number {
  return Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16);
}

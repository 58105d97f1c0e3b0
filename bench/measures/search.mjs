// A search for two words against a bare query of FTS5 that gives the same columns of the same
// cards in the same order, in one process with the database open.
import Sqlite from 'better-sqlite3';
import { timed } from '../take.mjs';
import { MOMENT } from '../world.mjs';

const WORDS = 'attention softmax';

export function searchMeasure(world, cards) {
  const name = `search "${WORDS}"`;
  const path = world.database(cards);
  let store;
  let db;
  return {
    name,
    rows: [{ name, taken: 'search', limit: 'bare', against: 'bare FTS5 query', goal: 1.5 }],
    begin() {
      store = world.open(path);
      db = new Sqlite(path, { readonly: true });
      requireSame(store, db, world);
    },
    round: async () => ({
      bare: await timed(() => bareQuery(db, world)),
      search: await timed(() => search(store, world)),
    }),
    end() {
      store?.close();
      db?.close();
    },
  };
}

/** The least that gives the cards found as a person is shown them: what viva reads, as bare rows. */
function bareQuery(db, { source: { RECORD_COLUMNS, CARD_TABLES, MODULE_ORDER } }) {
  return db
    .prepare(
      `SELECT ${RECORD_COLUMNS} FROM ${CARD_TABLES} JOIN cards_fts f ON f.rowid = c.key
       WHERE cards_fts MATCH 'attention* AND softmax*'
       ORDER BY ${MODULE_ORDER}, c.ordinal, c.key`,
    )
    .raw()
    .all();
}

function search(store, { source }) {
  return store.find(source.parseQuery(WORDS), MOMENT);
}

function requireSame(store, db, world) {
  const found = search(store, world);
  const bare = bareQuery(db, world);
  const cells = new Set(bare.flat());
  const same = found.length === bare.length && found.every(({ card }) => cells.has(card.id));
  if (!same || found.length === 0) {
    throw new Error(`search found ${found.length} cards, FTS5 ${bare.length}, or others`);
  }
}

// A search for two words against FTS5 alone, in one process with the database open.
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
      bare: await timed(() => bareQuery(db)),
      search: await timed(() => search(store, world)),
    }),
    end() {
      store?.close();
      db?.close();
    },
  };
}

/** The least that gives the cards found: FTS5's matches with their rows. */
function bareQuery(db) {
  return db
    .prepare(
      `SELECT c.* FROM cards_fts f JOIN cards c ON c.key = f.rowid
       WHERE cards_fts MATCH 'attention AND softmax*'`,
    )
    .raw()
    .all();
}

function search(store, { source }) {
  return store.find(source.parseQuery(WORDS), MOMENT);
}

function requireSame(store, db, world) {
  const [found, bare] = [search(store, world).length, bareQuery(db).length];
  if (found !== bare || found === 0) throw new Error(`search found ${found}, FTS5 ${bare}`);
}

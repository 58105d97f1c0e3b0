import type { Database } from 'better-sqlite3';
import type { DeckCard } from '../../model/card.js';
import { createCardStates } from '../tables/card-states.js';
import { cardTextRow } from '../tables/cards.js';
import { collectionRow, INSERT_COLLECTION } from '../tables/collections.js';
import { INSERT_MODULE, moduleTextRow } from '../tables/modules.js';

/**
 * SQL condition: is the card `c` one whose text was lost in a damaged file? Its
 * id, made of its text, is free for that text when its deck is imported again.
 */
export const IS_PLACEHOLDER = "(c.question = '' AND c.answer = '' AND c.retired_at IS NOT NULL)";

const COLLECTION = 'recovered from a damaged database';

/** Adds cards of which nothing is known but their id. */
export interface Placeholders {
  /** Returns the key of the new card. */
  add(id: string): number;
}

/** Makes the writer of placeholders; the module they stand in is made at the first. */
export function createPlaceholders(db: Database): Placeholders {
  const states = createCardStates(db);
  let module: number | undefined;
  return {
    add(id) {
      module ??= makeModule(db);
      return states.insert(id, { ...cardTextRow(NO_CARD, module, 0), ...LONG_GONE }, 0);
    },
  };
}

/** In a collection that counts as removed, so that no list shows it. */
function makeModule(db: Database): number {
  const known = db
    .prepare<[string], number>(
      `SELECT m.key FROM modules m JOIN collections k ON k.key = m.collection
       WHERE k.name_folded = ?`,
    )
    .pluck()
    .get(COLLECTION);
  if (known !== undefined) return known;
  const removed = { name: COLLECTION, source: null, importedAt: 0, removedAt: 0 };
  const collection = db.prepare(INSERT_COLLECTION).run(collectionRow(removed)).lastInsertRowid;
  const place = { collection, ident: COLLECTION, file: '-', line: 0 };
  const row = { ...place, ...moduleTextRow(NO_MODULE), ...LONG_GONE };
  return Number(db.prepare(INSERT_MODULE).run(row).lastInsertRowid);
}

const LONG_GONE = { changed_at: 0, retired_at: 0 };

const NO_CARD: DeckCard = {
  ...{ explicitId: null, stars: 1, companies: [], tags: [] },
  ...{ question: '', answer: '', defects: [], line: 0 },
};

const NO_MODULE = {
  ...{ number: null, title: COLLECTION, part: '', emoji: '', subtitle: '', tags: [] },
  extras: { keyQuestion: '', insights: [], code: '', reading: [], related: [] },
  unknownKeys: {},
};

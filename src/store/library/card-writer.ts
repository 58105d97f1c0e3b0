import type { Database } from 'better-sqlite3';
import type { DeckCard } from '../../model/card.js';
import { VivaError } from '../../model/error.js';
import type { CardId } from '../../model/ids.js';
import type { PlannedCard } from '../../model/import.js';
import { foldName } from '../../query/fold-name.js';
import { CARD_TEXT, cardTextRow, NAME_TABLES, unspacedOf } from '../tables/cards.js';
import { assigned, listed, RETIRED } from '../tables/columns.js';
import { type ColumnValue, createRowBatch } from '../tables/row-batch.js';

/** Writes the cards of one import. */
export interface CardWriter {
  /** Adds a card to the module with that store key, or brings it up to date there; at `finish` at the latest. */
  write(module: number, planned: PlannedCard): void;
  retire(id: CardId): void;
  /** Writes the cards that wait for more; to be called at the end. */
  finish(): void;
}

/** Makes the writer for an import at a time, ms since 1970. */
export function createCardWriter(db: Database, at: number): CardWriter {
  const retire = db.prepare(
    `UPDATE cards SET ${RETIRED}
     WHERE id = @id AND retired_at IS NULL`,
  );
  const names = NAME_TABLES.map(({ column, table }) => createNameWriter(db, column, table));
  const fresh = createBatch(db, insertCards, (written, waiting) => {
    for (const { id, key } of written) {
      for (const { add } of names) add(key, waiting.get(id));
      waiting.delete(id);
    }
    const [left] = waiting.keys();
    if (left !== undefined) throw takenId(left);
  });
  const known = createBatch(db, updateCards, (written, waiting) => {
    // A card that is not among the written is the same already.
    for (const { id, key } of written) {
      for (const { replace } of names) replace(key, waiting.get(id));
    }
  });

  return {
    write(module, { id, card, ordinal, status }) {
      const cells = [...rowOf(id, module, ordinal, card), at];
      if (status === 'added') fresh.add(id, card, [...cells, at]);
      else known.add(id, card, cells);
    },
    retire(id) {
      retire.run({ at, id });
    },
    finish() {
      fresh.flush();
      known.flush();
      for (const { flush } of names) flush();
    },
  };
}

interface Written {
  readonly id: CardId;
  readonly key: number;
}

/** Makes what writes cards in batches; `written` is told of each, and of the cards it was for. */
function createBatch(
  db: Database,
  sql: (rows: string) => string,
  written: (cards: readonly Written[], waiting: Map<CardId, DeckCard>) => void,
) {
  const waiting = new Map<CardId, DeckCard>();
  const batch = createRowBatch<Written>(db, sql, (cards) => {
    written(cards, waiting);
    waiting.clear();
  });
  return {
    add(id: CardId, card: DeckCard, row: readonly ColumnValue[]): void {
      if (waiting.has(id)) throw takenId(id);
      waiting.set(id, card);
      batch.add(row);
    },
    flush: batch.flush,
  };
}

const COLUMNS = listed(CARD_TEXT);

/**
 * A card that only moved within its module says what it said before, whatever moved it: its place is
 * later than the one before, and no later than a text that another machine imported since.
 */
const SAID = CARD_TEXT.filter((column) => column !== 'ordinal' && column !== 'line');

const insertCards = (rows: string) =>
  `INSERT INTO cards (id, ${COLUMNS}, changed_at, added_at) VALUES ${rows}
   -- The id is made of the text: where it is there already, its text was lost and is back.
   ON CONFLICT (id) DO UPDATE SET ${assigned(CARD_TEXT, 'excluded')}, retired_at = NULL,
     changed_at = max(excluded.changed_at, changed_at + 1)
   WHERE cards.question = '' AND cards.answer = ''
   RETURNING id, key`;

const updateCards = (rows: string) =>
  `WITH given (id, ${COLUMNS}, at) AS (VALUES ${rows})
   UPDATE cards SET ${assigned(CARD_TEXT, 'given')}, retired_at = NULL,
     changed_at = CASE
       WHEN retired_at IS NOT NULL OR (${listed(SAID, 'cards')}) IS NOT (${listed(SAID, 'given')})
         THEN max(given.at, changed_at + 1)
       ELSE changed_at + (cards.ordinal <> given.ordinal) END
   FROM given
   WHERE cards.id = given.id AND (cards.retired_at IS NOT NULL
     OR (${listed(CARD_TEXT, 'cards')}) IS NOT (${listed(CARD_TEXT, 'given')}))
   RETURNING id, key`;

/** Makes the writer of the names by which cards are searched: companies or tags. */
function createNameWriter(db: Database, column: 'companies' | 'tags', table: string) {
  const drop = db.prepare(`DELETE FROM ${table} WHERE card = ?`);
  const batch = createRowBatch(
    db,
    (rows) =>
      `INSERT INTO ${table} (card, name_folded, name) VALUES ${rows} ON CONFLICT DO NOTHING`,
  );
  function add(key: number, card: DeckCard | undefined): void {
    for (const name of card?.[column] ?? []) batch.add([key, foldName(name), name]);
  }
  return {
    add,
    replace(key: number, card: DeckCard | undefined): void {
      drop.run(key);
      add(key, card);
    },
    flush: batch.flush,
  };
}

/** A card's row without its time: its id, then the cells of `CARD_TEXT`. */
function rowOf(id: CardId, module: number, ordinal: number, card: DeckCard): ColumnValue[] {
  const row = cardTextRow(card, module, ordinal);
  return [
    id,
    ...CARD_TEXT.map((column) => (column === 'unspaced' ? unspacedOf(card) : row[column])),
  ];
}

function takenId(id: CardId): VivaError {
  return new VivaError(
    'database-failed',
    `A new card was given the id ${id}, which another card has; nothing was changed.`,
    'Import again; if it happens again, please report it.',
  );
}

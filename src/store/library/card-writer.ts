import type { Database } from 'better-sqlite3';
import { VivaError } from '../../model/error.js';
import type { CardId } from '../../model/ids.js';
import type { PlannedCard } from '../../model/import.js';
import { foldName } from '../../query/fold-name.js';
import { CARD_TEXT, cardTextRow, NAME_TABLES, unspacedOf } from '../tables/cards.js';
import { assigned, listed, RETIRED } from '../tables/columns.js';
import { type ColumnValue, withGiven } from '../tables/given-rows.js';

/** A card of an import, with the store key of its module. */
export interface PlacedCard {
  readonly planned: PlannedCard;
  readonly module: number;
}

/**
 * Adds the cards of an import to their modules, or brings them up to date there, at a time, ms since 1970.
 * Throws VivaError 'database-failed' where a new card has the id of another.
 */
export function writeCards(db: Database, cards: readonly PlacedCard[], at: number): void {
  const added = byId(cards.filter(({ planned }) => planned.status === 'added'));
  const fresh = writeRows(db, added, ['changed_at', 'added_at'], at, INSERT);
  if (fresh.length < added.size) throw takenId(notWritten(added, fresh));
  writeNames(db, fresh, added);

  const known = byId(cards.filter(({ planned }) => planned.status !== 'added'));
  // A card that is not among the written is the same already.
  const changed = writeRows(db, known, ['changed_at'], at, UPDATE);
  dropNames(db, changed);
  writeNames(db, changed, known);
}

/** Retires these cards, at a time, ms since 1970. */
export function retireCards(db: Database, ids: readonly CardId[], at: number): void {
  const retire = db.prepare(`UPDATE cards SET ${RETIRED} WHERE id = @id AND retired_at IS NULL`);
  for (const id of ids) retire.run({ at, id });
}

type CardsById = ReadonlyMap<CardId, PlacedCard>;

interface Written {
  readonly id: CardId;
  readonly key: number;
}

function byId(cards: readonly PlacedCard[]): CardsById {
  const map = new Map<CardId, PlacedCard>();
  for (const card of cards) {
    const { id } = card.planned;
    if (map.has(id)) throw takenId(id);
    map.set(id, card);
  }
  return map;
}

function notWritten(cards: CardsById, written: readonly Written[]): CardId | undefined {
  const ids = new Set(written.map(({ id }) => id));
  return [...cards.keys()].find((id) => !ids.has(id));
}

const COLUMNS = listed(CARD_TEXT);

/**
 * A card that only moved within its module says what it said before, whatever moved it: its place is
 * later than the one before, and no later than a text that another machine imported since.
 */
const SAID = CARD_TEXT.filter((column) => column !== 'ordinal' && column !== 'line');

const INSERT = `INSERT INTO cards (id, ${COLUMNS}, changed_at, added_at)
   SELECT id, ${COLUMNS}, changed_at, added_at FROM given WHERE true
   -- The id is made of the text: where it is there already, its text was lost and is back.
   ON CONFLICT (id) DO UPDATE SET ${assigned(CARD_TEXT, 'excluded')}, retired_at = NULL,
     changed_at = max(excluded.changed_at, changed_at + 1)
   WHERE cards.question = '' AND cards.answer = ''
   RETURNING id, key`;

const UPDATE = `UPDATE cards SET ${assigned(CARD_TEXT, 'given')}, retired_at = NULL,
     changed_at = CASE
       WHEN retired_at IS NOT NULL OR (${listed(SAID, 'cards')}) IS NOT (${listed(SAID, 'given')})
         THEN max(given.changed_at, cards.changed_at + 1)
       ELSE cards.changed_at + (cards.ordinal <> given.ordinal) END
   FROM given
   WHERE cards.id = given.id AND (cards.retired_at IS NOT NULL
     OR (${listed(CARD_TEXT, 'cards')}) IS NOT (${listed(CARD_TEXT, 'given')}))
   RETURNING id, key`;

/** Writes the cards by a statement that returns the ids and keys of those that it wrote. */
function writeRows(
  db: Database,
  cards: CardsById,
  times: readonly string[],
  at: number,
  sql: string,
): Written[] {
  if (cards.size === 0) return [];
  const ats = times.map(() => at);
  function* rows() {
    for (const card of cards.values()) yield [...rowOf(card), ...ats];
  }
  return withGiven<Written>(db, ['id', ...CARD_TEXT, ...times], rows(), sql);
}

/** Writes the names by which cards are searched: companies and tags. */
function writeNames(db: Database, written: readonly Written[], cards: CardsById): void {
  for (const { column, table } of NAME_TABLES) {
    const rows = written.flatMap(({ id, key }) =>
      (cards.get(id)?.planned.card[column] ?? []).map((name) => [key, foldName(name), name]),
    );
    if (rows.length === 0) continue;
    const columns = 'card, name_folded, name';
    const sql = `INSERT INTO ${table} (${columns})
      SELECT ${columns} FROM given WHERE true ON CONFLICT DO NOTHING`;
    withGiven(db, columns.split(', '), rows, sql);
  }
}

function dropNames(db: Database, written: readonly Written[]): void {
  for (const { table } of NAME_TABLES) {
    const drop = db.prepare(`DELETE FROM ${table} WHERE card = ?`);
    for (const { key } of written) drop.run(key);
  }
}

/** A card's row without its times: its id, then the cells of `CARD_TEXT`. */
function rowOf({ planned: { id, card, ordinal }, module }: PlacedCard): ColumnValue[] {
  const row = cardTextRow(card, module, ordinal);
  return [
    id,
    ...CARD_TEXT.map((column) => (column === 'unspaced' ? unspacedOf(card) : row[column])),
  ];
}

function takenId(id: CardId | undefined): VivaError {
  return new VivaError(
    'database-failed',
    `A new card was given the id ${id}, which another card has; nothing was changed.`,
    'Import again; if it happens again, please report it.',
  );
}

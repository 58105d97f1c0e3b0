import type { Database } from 'better-sqlite3';
import { isOwnGuid } from '../../model/own-guid.js';
import { foldName } from '../../query/fold-name.js';
import { type CardColumns, NAME_TABLES, STATE_COLUMNS, unspacedOf } from './cards.js';
import { assigned, insertInto, listed } from './columns.js';
import { readNames } from './json-columns.js';

/** Do two states say the same, times included? */
export function sameState(a: CardColumns, b: CardColumns): boolean {
  return STATE_COLUMNS.every((column) => a[column] === b[column]);
}

/** Reads and writes what cards say, by their store keys. */
export interface CardStates {
  read(card: number): CardColumns;
  /** Writes a state to the card, its companies and tags included; `mergedInto` is null for one that stands alone. */
  write(card: number, state: CardColumns, mergedInto: number | null): void;
  /** Adds a card that first came at a time, ms since 1970; returns its key. */
  insert(id: string, state: CardColumns, addedAt: number): number;
  /**
   * Does `a` count of two states, and not `b`? What a deck says goes before a copy of it, then the later
   * goes before the earlier. The same on every machine: equal times are told apart by content.
   */
  outranks(a: CardColumns, b: CardColumns): boolean;
}

/** Makes the access to the states of cards; writing runs within a transaction. */
export function createCardStates(db: Database): CardStates {
  const find = db.prepare<[number], CardColumns>(
    `SELECT ${listed(STATE_COLUMNS)} FROM cards WHERE key = ?`,
  );
  const update = db.prepare<[object]>(
    `UPDATE cards SET ${assigned([...STATE_COLUMNS, 'unspaced', 'merged_into'])} WHERE key = @key`,
  );
  const insert = db.prepare<[object]>(
    insertInto('cards', ['id', ...STATE_COLUMNS, 'unspaced', 'added_at']),
  );
  const names = createNameWriter(db);
  const contentOf = createContentReader(db);

  return {
    read(card) {
      const state = find.get(card);
      if (state === undefined) throw new Error(`there is no card with the key ${card}`);
      return state;
    },
    write(card, state, mergedInto) {
      names.drop(card);
      const merged = { unspaced: unspacedOf(state), merged_into: mergedInto };
      update.run({ ...state, ...merged, key: card });
      names.add(card, state);
    },
    insert(id, state, addedAt) {
      const row = { ...state, id, unspaced: unspacedOf(state), added_at: addedAt };
      const card = Number(insert.run(row).lastInsertRowid);
      names.add(card, state);
      return card;
    },
    outranks(a, b) {
      if (isOfDeck(a) !== isOfDeck(b)) return isOfDeck(a);
      if (a.changed_at !== b.changed_at) return a.changed_at > b.changed_at;
      if ((a.retired_at === null) !== (b.retired_at === null)) return a.retired_at === null;
      return contentOf(a) > contentOf(b);
    },
  };
}

/** Did a deck say this? Not a copy of its card, nor the loss of all text in a damaged file. */
function isOfDeck({ explicit_id, question, answer }: CardColumns): boolean {
  return !isOwnGuid(explicit_id) && (question !== '' || answer !== '');
}

/** Makes the writer of the tables of a card's companies and tags. */
function createNameWriter(db: Database) {
  const tables = NAME_TABLES.map(({ table, column }) => ({
    column,
    drop: db.prepare(`DELETE FROM ${table} WHERE card = ?`),
    add: db.prepare(
      `INSERT INTO ${table} (card, name_folded, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
  }));
  return {
    drop(card: number): void {
      for (const { drop } of tables) drop.run(card);
    },
    add(card: number, state: CardColumns): void {
      for (const { column, add } of tables) {
        for (const name of readNames(state[column])) add.run(card, foldName(name), name);
      }
    },
  };
}

/** Returns a function that gives a state's content as text, the same on every machine. */
function createContentReader(db: Database): (state: CardColumns) => string {
  const moduleName = db
    .prepare<[number], string>(
      `SELECT json_array(k.name_folded, m.ident)
       FROM modules m JOIN collections k ON k.key = m.collection WHERE m.key = ?`,
    )
    .pluck();
  return (state) =>
    JSON.stringify([
      ...[state.question, state.answer, state.stars, state.companies, state.defects],
      ...[state.ordinal, state.explicit_id, moduleName.get(state.module), state.retired_at],
      ...[state.tags, state.siblings],
    ]);
}

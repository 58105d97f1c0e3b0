import type { Database } from 'better-sqlite3';
import type { Stars } from '../../model/card.js';
import { foldName } from '../../query/fold-name.js';
import { isUnspaced } from '../../query/words.js';
import { readNames } from './json-columns.js';

/** What a deck last said of a card: columns of `cards` as SQLite gives and takes them. */
export interface CardColumns {
  /** Store key of its module. */
  readonly module: number;
  readonly explicit_id: string | null;
  readonly ordinal: number;
  readonly stars: Stars;
  readonly question: string;
  readonly answer: string;
  /** JSON lists. */
  readonly companies: string;
  readonly defects: string;
  readonly line: number;
  /** When an import last changed it, ms since 1970. */
  readonly changed_at: number;
  /** When it was gone from its deck, ms since 1970; null while it is live. */
  readonly retired_at: number | null;
}

const COLUMNS = [
  'module',
  'explicit_id',
  'ordinal',
  'stars',
  'question',
  'answer',
  'companies',
  'defects',
  'line',
  'changed_at',
  'retired_at',
] as const satisfies readonly (keyof CardColumns)[];

/** Do two states say the same, times included? */
export function sameState(a: CardColumns, b: CardColumns): boolean {
  return COLUMNS.every((column) => a[column] === b[column]);
}

/** Reads and writes what cards say, by their store keys. */
export interface CardStates {
  read(card: number): CardColumns;
  /** Writes a state to the card, its companies included; `mergedInto` is null for one that stands alone. */
  write(card: number, state: CardColumns, mergedInto: number | null): void;
  /** Is `a` the later of two states? The same on every machine: equal times are told apart by content. */
  isLater(a: CardColumns, b: CardColumns): boolean;
}

/** Makes the access to the states of cards; writing runs within a transaction. */
export function createCardStates(db: Database): CardStates {
  const find = db.prepare<[number], CardColumns>(
    `SELECT ${COLUMNS.join(', ')} FROM cards WHERE key = ?`,
  );
  const update = db.prepare<[object]>(
    `UPDATE cards SET ${COLUMNS.map((column) => `${column} = @${column}`).join(', ')},
       unspaced = @unspaced, merged_into = @mergedInto WHERE key = @key`,
  );
  const dropCompanies = db.prepare('DELETE FROM card_companies WHERE card = ?');
  const addCompany = db.prepare(
    'INSERT INTO card_companies (card, name_folded, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const moduleName = db
    .prepare<[number], string>(
      `SELECT json_array(k.name_folded, m.ident)
       FROM modules m JOIN collections k ON k.key = m.collection WHERE m.key = ?`,
    )
    .pluck();
  const content = (state: CardColumns) =>
    JSON.stringify([
      ...[state.question, state.answer, state.stars, state.companies, state.defects],
      ...[state.ordinal, state.explicit_id, moduleName.get(state.module), state.retired_at],
    ]);

  return {
    read(card) {
      const state = find.get(card);
      if (state === undefined) throw new Error(`there is no card with the key ${card}`);
      return state;
    },
    write(card, state, mergedInto) {
      dropCompanies.run(card);
      const unspaced = isUnspaced(state.question) || isUnspaced(state.answer) ? 1 : 0;
      update.run({ ...state, unspaced, mergedInto, key: card });
      for (const name of readNames(state.companies)) addCompany.run(card, foldName(name), name);
    },
    isLater(a, b) {
      if (a.changed_at !== b.changed_at) return a.changed_at > b.changed_at;
      if ((a.retired_at === null) !== (b.retired_at === null)) return a.retired_at === null;
      return content(a) > content(b);
    },
  };
}

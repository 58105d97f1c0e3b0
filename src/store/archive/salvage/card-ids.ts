import type { Database } from 'better-sqlite3';
import { type Row, readCardIds } from './read-rows.js';

const CARD_ID = /^[0-9a-hjkmnp-tv-z]{12}$/;

/** The ids of another database's cards. */
export interface OtherIds {
  /** Returns the id of the card with that key there; undefined where it cannot be told. */
  idOf(key: unknown): string | undefined;
}

/**
 * Finds ids in the rows that can be read, in the index of ids, and, where the
 * two databases come from one, in this one: cards keep their keys, so that a
 * backup knows what the damage hides.
 */
export function createCardIds(other: Database, here: Database, rows: readonly Row[]): OtherIds {
  const ids = new Map<number, unknown>([
    ...readCardIds(other),
    ...rows.map(({ key, id }) => [Number(key), id] as const),
  ]);
  // Read at once: what is merged meanwhile has keys of this database's own.
  const idsHere = new Map(
    here.prepare<[], [number, string]>('SELECT key, id FROM cards').raw().all(),
  );
  const related = isSameLine(ids, idsHere);
  return {
    idOf(key) {
      if (typeof key !== 'number') return undefined;
      const id = ids.get(key) ?? (related ? idsHere.get(key) : undefined);
      return typeof id === 'string' && CARD_ID.test(id) ? id : undefined;
    },
  };
}

/** Do the two databases come from one, so that equal keys mean equal cards? */
function isSameLine(
  ids: ReadonlyMap<number, unknown>,
  idsHere: ReadonlyMap<number, string>,
): boolean {
  const both = [...ids].flatMap(([key, id]) => {
    const here = idsHere.get(key);
    return here === undefined ? [] : [here === id];
  });
  return both.length > 0 && both.every(Boolean);
}

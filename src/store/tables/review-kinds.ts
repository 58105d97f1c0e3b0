import type { Database } from 'better-sqlite3';
import type { ReviewKind } from '../../model/event.js';
import { once } from '../../model/once.js';

/** SQL of what the review of the event `e` was for. */
export const FOLDED_KIND =
  'coalesce((SELECT x.kind FROM review_kinds x WHERE x.seq = e.seq), e.review_kind)';

/** A review that was for something else than its event says. */
export interface OtherKind {
  /** Of the event. */
  readonly seq: number;
  /** Key of the event's own card. */
  readonly card: number;
  readonly kind: ReviewKind;
}

const INSERT = 'INSERT INTO review_kinds (seq, card, kind) VALUES (@seq, @card, @kind)';

/**
 * Makes a function that writes those of the card `card` and of the ones whose
 * history is its; `cards` is SQL of their keys, of the parameter @card.
 */
export function createKindWriter(
  db: Database,
  cards: string,
): (card: number, kinds: readonly OtherKind[]) => void {
  const clear = once(() => db.prepare(`DELETE FROM review_kinds WHERE card IN (${cards})`));
  const insert = once(() => db.prepare(INSERT));
  return (card, kinds) => {
    clear().run({ card });
    for (const kind of kinds) insert().run(kind);
  };
}

/** Returns what the table has of every review, by the seq of its event. */
export function otherKinds(db: Database): Map<number, ReviewKind> {
  const rows = db.prepare<[], [number, ReviewKind]>('SELECT seq, kind FROM review_kinds').raw();
  return new Map(rows.all());
}

/** Counts the rows that are not what they are to be, or missing. */
export function countWrongKinds(db: Database, right: readonly OtherKind[]): number {
  const here = otherKinds(db);
  const wrong = right.filter(({ seq, kind }) => here.get(seq) !== kind).length;
  const known = right.filter(({ seq }) => here.has(seq)).length;
  return wrong + here.size - known;
}

/** Writes all of them anew where one is wrong. Returns the number of those that were. */
export function repairKinds(db: Database, right: readonly OtherKind[]): number {
  const wrong = countWrongKinds(db, right);
  if (wrong === 0) return 0;
  db.prepare('DELETE FROM review_kinds').run();
  const insert = db.prepare(INSERT);
  for (const row of right) insert.run(row);
  return wrong;
}

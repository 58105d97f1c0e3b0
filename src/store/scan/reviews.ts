import type { Database } from 'better-sqlite3';
import type { Scan } from '../../app/export/ports.js';
import type { Rating } from '../../model/rating.js';
import { KIND_NUMBERS, ratingOfCode, reviewCode } from '../../model/review-code.js';
import { joinedPairs } from '../tables/cards.js';
import { FOLD_ORDER } from '../tables/events.js';
import { otherKinds } from '../tables/review-kinds.js';

type Visit = Parameters<Scan['scanReviews']>[1];
type Row = readonly [
  seq: number,
  card: number,
  at: number,
  day: number,
  code: number,
  durationMs: number,
];

/**
 * Returns reviews and "forget"s to `visit`; see `Scan.scanReviews`. What is
 * undone, was merged or was for something else is little, and looked up once, not a row.
 */
export function scanReviews(db: Database, cards: readonly number[] | null, visit: Visit): void {
  const undone = new Set(findUndone(db));
  const merged = new Map(joinedPairs(db));
  const kinds = otherKinds(db);
  const each = ([seq, own, at, day, recorded, durationMs]: Row) => {
    if (undone.size > 0 && undone.has(seq)) return;
    const card = merged.size === 0 ? own : (merged.get(own) ?? own);
    const kind = kinds.size === 0 ? undefined : kinds.get(seq);
    const code = kind === undefined ? recorded : reviewCode(kind, ratingOfCode(recorded) as Rating);
    visit(card, at, day, code, durationMs);
  };
  if (cards === null) scanAll(db, each);
  else scanSome(db, cards, merged, each);
}

// A `reviewCode`, 0 for a "forget".
const CODE = `CASE e.review_kind ${Object.entries(KIND_NUMBERS)
  .map(([kind, number]) => `WHEN '${kind}' THEN ${8 * number} + e.rating`)
  .join(' ')} ELSE 0 END`;

const COLUMNS = `e.seq, e.card, e.at, e.day, ${CODE}, coalesce(e.duration_ms, 0)`;

function scanAll(db: Database, each: (row: Row) => void): void {
  // NOT INDEXED: one walk over the table beats a look-up a row.
  const rows = db
    .prepare<[], Row>(
      `SELECT ${COLUMNS} FROM events e NOT INDEXED
       WHERE e.kind = 'review' OR e.kind = 'forget' ORDER BY e.seq`,
    )
    .raw()
    .iterate();
  for (const row of rows) each(row);
}

function scanSome(
  db: Database,
  cards: readonly number[],
  merged: ReadonlyMap<number, number>,
  each: (row: Row) => void,
): void {
  const ofCard = db
    .prepare<[number], Row>(
      `SELECT ${COLUMNS} FROM events e
       WHERE e.card = ? AND (e.kind = 'review' OR e.kind = 'forget') ORDER BY ${FOLD_ORDER}`,
    )
    .raw();
  const scan = (card: number) => {
    for (const row of ofCard.all(card)) each(row);
  };
  const wanted = new Set(cards);
  for (const card of wanted) if (!merged.has(card)) scan(card);
  for (const [old, card] of merged) if (wanted.has(card)) scan(old);
}

function findUndone(db: Database): number[] {
  return db
    .prepare<[], number>(
      'SELECT e.seq FROM events u JOIN events e ON e.id = u.target WHERE u.target IS NOT NULL',
    )
    .pluck()
    .all();
}

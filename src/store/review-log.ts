import type { Database } from 'better-sqlite3';
import type { ReviewLogRow } from '../app/ports.js';
import { COUNTS } from './event-row.js';
import type { Matching } from './matching.js';

type LogEvent =
  | (ReviewLogRow & { readonly kind: 'review' })
  | { readonly kind: 'forget'; readonly card: number };

/** Gives the reviews of the cards that match; see `Archives.reviewLog`. */
export function* reviewLog(
  db: Database,
  { from, where, params }: Matching,
): Generator<ReviewLogRow> {
  const events = db
    .prepare<[object], LogEvent>(
      `WITH own (key) AS (SELECT c.key FROM ${from} WHERE ${where}),
         history (card, owner) AS (
           SELECT key, key FROM own
           UNION ALL SELECT c.key, c.merged_into FROM cards c
           WHERE c.merged_into IN (SELECT key FROM own))
       SELECT h.owner AS card, e.kind, e.at, e.rating, e.review_kind AS reviewKind,
         e.duration_ms AS durationMs
       FROM history h CROSS JOIN events e ON e.card = h.card
       WHERE e.kind IN ('review', 'forget') AND e.review_kind IS NOT 'cram' AND ${COUNTS}
       ORDER BY h.owner, e.at, e.id`,
    )
    .iterate(params);
  let own: ReviewLogRow[] = [];
  let card: number | null = null;
  for (const event of events) {
    if (event.card !== card) {
      yield* own;
      own = [];
      card = event.card;
    }
    // What was learnt before counts no more, as in the fold.
    if (event.kind === 'forget') own = [];
    else own.push(event);
  }
  yield* own;
}

import type { Database } from 'better-sqlite3';
import type { ReviewKind } from '../../model/event.js';
import { type StudyDay, studyDay } from '../../model/ids.js';
import { once } from '../../model/once.js';
import type { DayCounts } from '../../model/queue.js';
import { UNDONE } from '../tables/events.js';
import { FOLDED_KIND } from '../tables/review-kinds.js';

/** Makes what tells what was done on a study day; see `Waiting.dayCounts`. */
export function dayCountsOf(db: Database): (day: StudyDay) => DayCounts {
  const introduced = once(() =>
    db.prepare<[number], number>('SELECT count(*) FROM memory WHERE introduced_day = ?').pluck(),
  );
  const reviewed = once(() =>
    db.prepare<[number], { kind: ReviewKind; reviews: number }>(
      `SELECT ${FOLDED_KIND} AS kind, count(*) AS reviews FROM events e
       WHERE e.kind = 'review' AND e.day = ? AND NOT ${UNDONE} GROUP BY 1`,
    ),
  );
  return (day) => {
    const rows = reviewed().all(day);
    const scheduled = rows.filter((row) => row.kind !== 'cram');
    return {
      fresh: introduced().get(day) ?? 0,
      reviews: rows.find((row) => row.kind === 'review')?.reviews ?? 0,
      total: scheduled.reduce((sum, row) => sum + row.reviews, 0),
    };
  };
}

/** Returns the store key of the module reviewed last, cramming included; see `Waiting.lastModule`. */
export function findLastModule(db: Database): number | null {
  const module = db
    .prepare<[], number>(
      // NOT INDEXED: the walk from the newest event ends at once, whatever the planner guesses.
      `SELECT module FROM cards WHERE key = (
         SELECT e.card FROM events e NOT INDEXED
         WHERE e.kind = 'review' AND NOT ${UNDONE} ORDER BY e.seq DESC LIMIT 1)`,
    )
    .pluck()
    .get();
  return module ?? null;
}

/** Returns the study days with a review, newest first; see `Waiting.reviewDays`. */
export function findReviewDays(db: Database, limit: number): StudyDay[] {
  const before = (day: string) =>
    `(SELECT e.day FROM events e
      WHERE e.kind = 'review' AND e.day < ${day} AND NOT ${UNDONE} ORDER BY e.day DESC LIMIT 1)`;
  const days = db
    .prepare<[number], number | null>(
      // One jump a day instead of a walk over all reviews of all days.
      `WITH RECURSIVE days (day) AS (
         SELECT ${before('9e15')}
         UNION ALL SELECT ${before('days.day')} FROM days WHERE days.day IS NOT NULL LIMIT ?)
       SELECT day FROM days`,
    )
    .pluck()
    .all(limit);
  return days.flatMap((day) => (day === null ? [] : [studyDay(day)]));
}

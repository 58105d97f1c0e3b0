import type { Database } from 'better-sqlite3';
import type { Waiting } from '../../app/review/ports.js';
import { nextOpenDay } from '../../model/break.js';
import { type StudyDay, studyDay } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { dueBySql, dueDaySql, nearBreaks } from '../file/due-day.js';
import { inPoolSql, type Pool, waitsSql } from '../query/due-sql.js';
import { type Matching, matchingWaiting } from '../query/matching.js';
import { oneOfSiblings } from '../query/siblings-sql.js';
import { dayCountsOf, findLastModule, findReviewDays } from './day-counts.js';
import { FIRST_DUE_DAY, keepsCounts, keptBuriedSql, keptReviewsSql } from './kept-counts.js';
import { findCandidate, findPools } from './pools.js';
import { boundsOf, countGroups, poolCountSql } from './waiting-groups.js';

type Counts = ReturnType<Waiting['waiting']>;

/** Makes the access to what is waiting; takes the FSRS weights behind retrievability. */
export function createWaiting(db: Database, weights: () => readonly number[]): Waiting {
  const matching = (query: Query, moment: Moment) =>
    oneOfSiblings(db, matchingWaiting(query, moment, weights()), moment);
  return {
    pools: (request) => findPools(db, request, matching(request.query, request.moment), weights()),
    candidate: (id) => findCandidate(db, id),
    dayCounts: dayCountsOf(db),
    lastModule: () => findLastModule(db),
    reviewDays: (limit) => findReviewDays(db, limit),
    waiting: (query, moment) => countWaiting(db, matching(query, moment), moment),
    waitingBy: (query, moment) => countGroups(db, matching(query, moment), moment),
    overdue: (moment) => countOverdue(db, moment),
    usualLoad: () => sumLoad(db),
    dueCounts: (first, last, moment) => countsByDay(db, first, last, moment),
    forecast: (query, moment, days) =>
      countDue(db, matchingWaiting(query, moment, weights()), moment, days),
  };
}

function countWaiting(db: Database, matching: Matching, moment: Moment): Counts {
  const count = (pool: Pool) => poolCountSql(pool, matching, moment);
  const counts = db
    .prepare<[object], Counts>(
      `SELECT ${count('fresh')} AS fresh, ${count('learning')} AS learning,
         ${count('reviews')} AS review`,
    )
    .get({ ...matching.params, ...boundsOf(moment) });
  return counts ?? { fresh: 0, learning: 0, review: 0 };
}

function countDue(
  db: Database,
  matching: Matching,
  moment: Moment,
  days: number,
): { day: StudyDay; due: number }[] {
  const { today, breaks } = moment;
  const last = studyDay(today + days - 1);
  const rows = db
    .prepare<[object], { day: number; due: number }>(dueSql(matching, moment, last))
    .all({ ...matching.params, ...boundsOf(moment) });
  const due = new Map<number, number>();
  for (const row of rows) {
    const day = nextOpenDay(studyDay(Math.max(today, row.day)), breaks);
    due.set(day, (due.get(day) ?? 0) + row.due);
  }
  return Array.from({ length: Math.max(0, days) }, (_, n) => {
    const day = studyDay(moment.today + n);
    return { day, due: due.get(day) ?? 0 };
  });
}

/** SQL of numbers of cards due up to a day, several rows a day; buried ones on the day they come back. */
function dueSql({ from, where, all }: Matching, moment: Moment, last: StudyDay): string {
  const near = nearBreaks(moment.today, last, moment.breaks);
  const dueDay = dueDaySql('y', near);
  // A learning step that ends after today is counted by days of 24 hours from today's end.
  const stepDay = `CASE WHEN y.due_at IS NULL THEN ${dueDay}
    WHEN y.due_at < @dayEnd THEN @today
    ELSE @today + 1 + CAST((y.due_at - @dayEnd) / 86400000 AS INTEGER) END`;
  const reviews = `FROM ${from} WHERE ${inPoolSql('reviews')}
    AND ${dueBySql('y', last, moment.breaks)} AND (${where})`;
  const kept = keepsCounts({ all }, moment, last);
  const buried = kept
    ? keptBuriedSql('reviews', last)
    : `${reviews} AND y.buried_until IS NOT NULL`;
  const byDay = kept
    ? `SELECT day, sum(cards) AS due ${keptReviewsSql(FIRST_DUE_DAY, last)} AND kind = 'stars' GROUP BY day
       UNION ALL SELECT y.due_day, -1 ${buried}`
    : `SELECT ${dueDay} AS day, count(*) AS due ${reviews} AND y.buried_until IS NULL GROUP BY 1`;
  return `${byDay} UNION ALL SELECT max(${dueDay}, y.buried_until), 1 ${buried}
    UNION ALL SELECT max(${stepDay}, coalesce(y.buried_until, @today)), 1
      FROM ${from} WHERE ${inPoolSql('learning')} AND (${where})`;
}

function countOverdue(db: Database, moment: Moment): number {
  const last = studyDay(moment.today - 1);
  const count = db
    .prepare<[object], number>(
      `SELECT count(*) FROM memory y WHERE ${waitsSql('reviews', moment, { last })}`,
    )
    .pluck()
    .get({ today: moment.today });
  return count ?? 0;
}

function sumLoad(db: Database): number {
  const load = db
    .prepare<[], number | null>(
      // The interval as the index of the queue has it: the table is not touched.
      `SELECT sum(1.0 / max(1, y.due_day - y.last_day)) FROM memory y INDEXED BY memory_reviews
       WHERE ${inPoolSql('reviews')}`,
    )
    .pluck()
    .get();
  return load ?? 0;
}

/** Cards in review due on each day of a range; see `Waiting.dueCounts`. */
function countsByDay(db: Database, first: StudyDay, last: StudyDay, moment: Moment): number[] {
  const near = nearBreaks(first, last, moment.breaks);
  const earliest = Math.min(first, ...near.map(({ from }) => from));
  const byDay =
    near.length === 0
      ? `SELECT day, sum(cards) AS due ${keptReviewsSql('?', last)} AND kind = 'stars' GROUP BY day`
      : `SELECT ${dueDaySql('y', near)} AS day, count(*) AS due FROM memory y
         WHERE ${inPoolSql('reviews')} AND y.due_day >= ? AND ${dueBySql('y', last, moment.breaks)} GROUP BY 1`;
  const rows = db.prepare<[number], { day: number; due: number }>(byDay).all(earliest);
  const due = new Map(rows.map((row) => [row.day, row.due]));
  return Array.from({ length: last - first + 1 }, (_, n) => due.get(first + n) ?? 0);
}

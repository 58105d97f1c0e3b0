import type { Database } from 'better-sqlite3';
import type { Waiting } from '../app/ports.js';
import { nextOpenDay } from '../model/break.js';
import { type StudyDay, studyDay } from '../model/ids.js';
import type { Moment } from '../model/moment.js';
import type { Query } from '../model/query.js';
import { findDayCounts, findLastModule, findReviewDays } from './day-counts.js';
import { dueBySql, dueDaySql, isDayOff, nearBreaks } from './due-day.js';
import { type Matching, matchingWaiting } from './matching.js';
import { COMPANY_SPELLING } from './names.js';
import { findCandidate, findPools, type Pool, poolSql } from './pools.js';

type Counts = ReturnType<Waiting['waiting']>;
type Group = Parameters<Waiting['waitingBy']>[0];
type GroupCounts = ReturnType<Waiting['waitingBy']>;

/** Makes the access to what is waiting; takes the FSRS weights behind retrievability. */
export function createWaiting(db: Database, weights: () => readonly number[]): Waiting {
  const matching = (query: Query, moment: Moment) => matchingWaiting(query, moment, weights());
  return {
    pools: (request) => findPools(db, request, weights()),
    candidate: (id) => findCandidate(db, id),
    dayCounts: (day) => findDayCounts(db, day),
    lastModule: () => findLastModule(db),
    reviewDays: (limit) => findReviewDays(db, limit),
    waiting: (query, moment) => countWaiting(db, matching(query, moment), moment),
    waitingBy: (group, query, moment) => countGroups(db, group, matching(query, moment), moment),
    overdue: (moment) => countOverdue(db, moment),
    usualLoad: () => sumLoad(db),
    dueCounts: (first, last, moment) => countsByDay(db, first, last, moment),
    forecast: (query, moment, days) => countDue(db, matching(query, moment), moment, days),
  };
}

function countWaiting(db: Database, { from, where, params }: Matching, moment: Moment): Counts {
  const count = (pool: Pool) =>
    `(SELECT count(*) FROM ${from} WHERE ${poolSql(pool, moment)} AND (${where}))`;
  const counts = db
    .prepare<[object], Counts>(
      `SELECT ${count('fresh')} AS fresh, ${count('learning')} AS learning,
         ${count('reviews')} AS review`,
    )
    .get({ ...params, ...boundsOf(moment) });
  return counts ?? { fresh: 0, learning: 0, review: 0 };
}

/**
 * How waiting cards `w` are joined to what they are grouped by, named, and put in order. CROSS
 * JOIN: SQLite is to begin with the cards that wait, which are few of all.
 */
const GROUPS: Readonly<Record<Group, { tables: string; name: string; by: string; order: string }>> =
  {
    company: {
      tables: 'waiting w CROSS JOIN card_companies x ON x.card = w.card',
      name: COMPANY_SPELLING,
      by: 'x.name_folded',
      order: 'count(*) DESC, name',
    },
    stars: {
      tables: 'waiting w CROSS JOIN cards c INDEXED BY cards_by_key_with_stars ON c.key = w.card',
      name: 'CAST(c.stars AS TEXT)',
      by: 'c.stars',
      order: 'c.stars',
    },
    part: {
      tables: 'waiting w CROSS JOIN modules m ON m.key = w.module',
      name: 'm.part',
      by: 'm.part_folded',
      order: 'min(m.collection), min(m.number) IS NULL, min(m.number), min(m.key)',
    },
  };

function countGroups(
  db: Database,
  group: Group,
  { from, where, params }: Matching,
  moment: Moment,
): GroupCounts {
  const { tables, name, by, order } = GROUPS[group];
  const pool = (of: Pool) =>
    `SELECT y.card, y.module, '${of}' FROM ${from} WHERE ${poolSql(of, moment)} AND (${where})`;
  return db
    .prepare<[object], GroupCounts[number]>(
      `WITH waiting (card, module, pool) AS (
         ${pool('fresh')} UNION ALL ${pool('learning')} UNION ALL ${pool('reviews')})
       SELECT ${name} AS name, count(*) FILTER (WHERE w.pool = 'fresh') AS fresh,
         count(*) FILTER (WHERE w.pool = 'learning') AS learning,
         count(*) FILTER (WHERE w.pool = 'reviews') AS review
       FROM ${tables} GROUP BY ${by} ORDER BY ${order}`,
    )
    .all({ ...params, ...boundsOf(moment) });
}

function countDue(
  db: Database,
  { from, where, params }: Matching,
  moment: Moment,
  days: number,
): { day: StudyDay; due: number }[] {
  // A learning step that ends after today is counted by days of 24 hours from today's end.
  const stepDay = `CASE WHEN y.due_at < @dayEnd THEN @today
    ELSE @today + 1 + CAST((y.due_at - @dayEnd) / 86400000 AS INTEGER) END`;
  const { today, breaks } = moment;
  const last = studyDay(today + days - 1);
  const near = nearBreaks(today, last, breaks);
  const live = 'y.active = 1 AND y.suspended = 0';
  const rows = db
    .prepare<[object], { day: number; due: number }>(
      `WITH falls (day, buried_until) AS (
         SELECT ${dueDaySql('y', near)}, y.buried_until FROM ${from}
         WHERE ${live} AND y.state = 'review' AND ${dueBySql('y', last, breaks)} AND (${where})
         UNION ALL SELECT ${stepDay}, y.buried_until FROM ${from}
         WHERE ${live} AND y.state IN ('learning', 'relearning') AND (${where}))
       SELECT max(day, @today, coalesce(buried_until, @today)) AS day, count(*) AS due
       FROM falls GROUP BY 1`,
    )
    .all({ ...params, ...boundsOf(moment) });
  const due = new Map<number, number>();
  for (const row of rows) {
    const day = nextOpenDay(studyDay(row.day), breaks);
    due.set(day, (due.get(day) ?? 0) + row.due);
  }
  return Array.from({ length: Math.max(0, days) }, (_, n) => {
    const day = studyDay(moment.today + n);
    return { day, due: due.get(day) ?? 0 };
  });
}

function countOverdue(db: Database, moment: Moment): number {
  if (isDayOff(moment)) return 0;
  const yesterday = studyDay(moment.today - 1);
  const count = db
    .prepare<[object], number>(
      `SELECT count(*) FROM memory y WHERE y.active = 1 AND y.suspended = 0
         AND y.state = 'review' AND coalesce(y.buried_until, @today) <= @today
         AND ${dueBySql('y', yesterday, moment.breaks)}`,
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
       WHERE y.active = 1 AND y.suspended = 0 AND y.state = 'review'`,
    )
    .pluck()
    .get();
  return load ?? 0;
}

/** Cards in review due on each day of a range, by one index; see `Waiting.dueCounts`. */
function countsByDay(db: Database, first: StudyDay, last: StudyDay, moment: Moment): number[] {
  const near = nearBreaks(first, last, moment.breaks);
  const earliest = Math.min(first, ...near.map(({ from }) => from));
  const rows = db
    .prepare<[number], { day: number; due: number }>(
      `SELECT ${dueDaySql('y', near)} AS day, count(*) AS due FROM memory y
       WHERE y.active = 1 AND y.suspended = 0 AND y.state = 'review'
         AND y.due_day >= ? AND ${dueBySql('y', last, moment.breaks)} GROUP BY 1`,
    )
    .all(earliest);
  const due = new Map(rows.map((row) => [row.day, row.due]));
  return Array.from({ length: last - first + 1 }, (_, n) => due.get(first + n) ?? 0);
}

function boundsOf({ today, dayEnd }: Moment) {
  return { today, dayEnd };
}

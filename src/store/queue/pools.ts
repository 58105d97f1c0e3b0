import type { Database } from 'better-sqlite3';
import type { QueueRequest } from '../../app/review/ports.js';
import { type CardId, cardId } from '../../model/ids.js';
import type { Candidate, LearningCandidate, Pools, QueueOrder } from '../../model/queue.js';
import { dailyShuffleKey } from '../../schedule/order.js';
import { gainSql } from '../file/gain-function.js';
import { type Pool, waitsSql } from '../query/due-sql.js';
import type { Matching } from '../query/matching.js';

/** By what each pool is drawn, lowest first. */
const PLACES: Readonly<Record<Pool, string>> = {
  // A step of days is due all day.
  learning: 'coalesce(y.due_at, 0)',
  // The days since the last review over stability, turned round: under one forgetting
  // curve that is the order of retrievability, and it stays the same all day.
  reviews: '(y.last_day - @today) / y.stability',
  fresh: 'y.rank',
};

interface Row {
  readonly id: string;
  readonly module: number;
  readonly place: number;
}

/** Returns the cards of `matching` that may be drawn today, each pool in its order; see `Waiting.pools`. */
export function findPools(
  db: Database,
  request: QueueRequest,
  matching: Matching,
  weights: readonly number[],
): Pools {
  const draw = (pool: Pool, limit: number) => drawPool(db, pool, request, matching, limit, weights);
  return {
    learning: draw('learning', Number.POSITIVE_INFINITY).map(learningOf),
    reviews: draw('reviews', request.reviewLimit).map(candidateOf),
    fresh: draw('fresh', request.freshLimit).map(candidateOf),
  };
}

/** Returns a card as the drawing rules see it; null for an unknown one. */
export function findCandidate(db: Database, id: CardId): Candidate | null {
  const module = db
    .prepare<[string], number>('SELECT module FROM cards WHERE id = ?')
    .pluck()
    .get(id);
  return module === undefined ? null : { id, module };
}

function drawPool(
  db: Database,
  pool: Pool,
  request: QueueRequest,
  matching: Matching,
  limit: number,
  weights: readonly number[],
): Row[] {
  if (limit <= 0) return [];
  const order = pool === 'learning' ? 'due' : request.order;
  if (order !== 'random') return select(db, pool, request, matching, limit, order, weights);
  const all = select(db, pool, request, matching, Number.POSITIVE_INFINITY, 'due', weights);
  return shuffle(all, request).slice(0, limit);
}

function select(
  db: Database,
  pool: Pool,
  { moment }: QueueRequest,
  { from, where, params }: Matching,
  limit: number,
  order: QueueOrder,
  weights: readonly number[],
): Row[] {
  const { today, dayEnd } = moment;
  const byStars = order === 'difficulty';
  const place = pool === 'reviews' && order === 'gain' ? `-${gainSql(weights)}` : PLACES[pool];
  const level = byStars ? '(SELECT s.stars FROM cards s WHERE s.key = y.card)' : '0';
  // The cut comes first: only what is drawn is looked up in cards.
  const rows = db
    .prepare<[object], Row>(
      `SELECT c.id, y.module, y.place FROM (
         SELECT y.card, y.module, ${level} AS level, ${place} AS place
         FROM ${from} WHERE ${waitsSql(pool, moment)} AND (${where})
         ORDER BY ${byStars ? 'level, ' : ''}place, y.card LIMIT @limit
       ) y JOIN cards c ON c.key = y.card ORDER BY y.level, y.place, y.card`,
    )
    .iterate({ ...params, today, dayEnd, limit: Number.isFinite(limit) ? limit : -1 });
  return [...rows];
}

function shuffle(rows: readonly Row[], { moment }: QueueRequest): Row[] {
  return rows
    .map((row) => ({ row, key: dailyShuffleKey(cardId(row.id), moment.today) }))
    .sort((a, b) => a.key - b.key || (a.row.id < b.row.id ? -1 : 1))
    .map(({ row }) => row);
}

function candidateOf(row: Row): Candidate {
  return { id: cardId(row.id), module: row.module };
}

function learningOf(row: Row): LearningCandidate {
  return { ...candidateOf(row), dueAt: row.place };
}

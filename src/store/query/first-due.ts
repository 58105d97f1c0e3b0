import { inPoolSql, type Pool } from './due-sql.js';

/** How each pool stands in the order by due alone, as its index has it; null where that has not. */
const ORDERS: Readonly<Record<Pool, string | null>> = {
  learning: null,
  reviews: 'y.due_day, y.rank, y.card',
  fresh: 'y.rank, y.card',
};

/**
 * Returns the statement of the first `@limit` live cards by due, but for suspended ones, which come
 * last of all: the first of each pool by its index, put in order together. So it looks at a few
 * cards where the order of all looks at every one. Takes that order; no break may move what is due.
 */
export function firstDueSql(orderBy: string): string {
  const pools = (Object.keys(ORDERS) as Pool[]).map(
    (pool) => `SELECT * FROM (SELECT * FROM memory y WHERE ${inPoolSql(pool)}
      ORDER BY ${ORDERS[pool] ?? orderBy} LIMIT @limit)`,
  );
  return `SELECT y.card FROM (${pools.join(' UNION ALL ')}) y ORDER BY ${orderBy} LIMIT @limit`;
}

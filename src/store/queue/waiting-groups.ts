import type { Database } from 'better-sqlite3';
import type { Waiting } from '../../app/review/ports.js';
import type { Moment } from '../../model/moment.js';
import { isDayOff } from '../file/due-day.js';
import { inPoolSql, type Pool, waitsSql } from '../query/due-sql.js';
import type { Matching } from '../query/matching.js';
import { companySpelling } from '../tables/names.js';

type Group = Parameters<Waiting['waitingBy']>[0];
type GroupCounts = ReturnType<Waiting['waitingBy']>;

interface Grouping {
  /** The kind of the counts of new cards that are kept; see migrations/0004. */
  readonly kind: 'company' | 'stars' | 'module';
  /** Waiting cards `w` with what they are grouped by. CROSS JOIN: they are few of all. */
  readonly tables: string;
  readonly key: string;
  /** How a group `g` is named, gathered and put in order. */
  readonly names: string;
  readonly name: string;
  readonly by: string;
  readonly order: string;
}

const GROUPINGS: Readonly<Record<Group, Grouping>> = {
  company: {
    kind: 'company',
    tables: 'waiting w CROSS JOIN card_companies x ON x.card = w.card',
    key: 'x.name_folded',
    names: 'counted g',
    name: companySpelling('g.key'),
    by: 'g.key',
    order: 'sum(g.fresh + g.learning + g.review) DESC, name',
  },
  stars: {
    kind: 'stars',
    tables: 'waiting w CROSS JOIN cards c INDEXED BY cards_by_key_with_stars ON c.key = w.card',
    key: 'c.stars',
    names: 'counted g',
    name: 'CAST(g.key AS TEXT)',
    by: 'g.key',
    order: 'g.key',
  },
  part: {
    kind: 'module',
    tables: 'waiting w',
    key: 'w.module',
    names: 'counted g JOIN modules m ON m.key = g.key',
    name: 'm.part',
    by: 'm.part_folded',
    order: 'min(m.collection), min(m.number) IS NULL, min(m.number), min(m.key)',
  },
};

/** Counts waiting cards by company, difficulty or part; see `Waiting.waitingBy`. */
export function countGroups(
  db: Database,
  group: Group,
  matching: Matching,
  moment: Moment,
): GroupCounts {
  const { kind, tables, key, names, name, by, order } = GROUPINGS[group];
  const kept = keepsCounts(matching, moment);
  const pool = (of: Pool) =>
    `SELECT y.card, y.module, '${of}', 1 FROM ${matching.from}
     WHERE ${waitsSql(of, moment)} AND (${matching.where})`;
  const fresh = kept ? `SELECT y.card, y.module, 'fresh', -1 ${BURIED}` : pool('fresh');
  const known = `UNION ALL SELECT name, cards, 0, 0 FROM new_card_counts
    WHERE kind = '${kind}' AND cards <> 0`;
  const sum = (of: Pool) => `coalesce(sum(w.n) FILTER (WHERE w.pool = '${of}'), 0)`;
  return db
    .prepare<[object], GroupCounts[number]>(
      `WITH waiting (card, module, pool, n) AS MATERIALIZED (
         ${fresh} UNION ALL ${pool('learning')} UNION ALL ${pool('reviews')}),
       parts (key, fresh, learning, review) AS (
         SELECT ${key}, ${sum('fresh')}, ${sum('learning')}, ${sum('reviews')}
         FROM ${tables} GROUP BY 1 ${kept ? known : ''}),
       counted (key, fresh, learning, review) AS (
         SELECT key, sum(fresh), sum(learning), sum(review) FROM parts GROUP BY key
         HAVING sum(fresh + learning + review) <> 0)
       SELECT ${name} AS name, sum(g.fresh) AS fresh, sum(g.learning) AS learning,
         sum(g.review) AS review
       FROM ${names} GROUP BY ${by} ORDER BY ${order}`,
    )
    .all({ ...matching.params, ...boundsOf(moment) });
}

/** SQL of the number of waiting cards of a pool. */
export function poolCountSql(pool: Pool, matching: Matching, moment: Moment): string {
  if (pool === 'fresh' && keepsCounts(matching, moment)) {
    return `(SELECT coalesce(sum(cards), 0) FROM new_card_counts WHERE kind = 'stars')
      - (SELECT count(*) ${BURIED})`;
  }
  return `(SELECT count(*) FROM ${matching.from}
    WHERE ${waitsSql(pool, moment)} AND (${matching.where}))`;
}

/** New cards that the kept counts hold but that do not wait today. */
const BURIED = `FROM memory y INDEXED BY memory_new_buried
  WHERE ${inPoolSql('fresh')} AND y.buried_until > @today`;

/** Counts are kept of all cards together, and as if no day were off. */
function keepsCounts({ all }: Matching, moment: Moment): boolean {
  return all && !isDayOff(moment);
}

/** The values that the conditions of the pools take. */
export function boundsOf({ today, dayEnd }: Moment): { today: number; dayEnd: number } {
  return { today, dayEnd };
}

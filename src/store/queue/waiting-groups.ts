import type { Database } from 'better-sqlite3';
import type { Waiting } from '../../app/review/ports.js';
import type { Moment } from '../../model/moment.js';
import { once } from '../../model/once.js';
import { type Pool, waitsSql } from '../query/due-sql.js';
import type { Matching } from '../query/matching.js';
import { companySpelling } from '../tables/names.js';
import {
  FIRST_DUE_DAY,
  keepsCounts,
  keptBuriedSql,
  keptFreshSql,
  keptReviewsSql,
} from './kept-counts.js';

type Group = Parameters<Waiting['waitingBy']>[0];
type GroupCounts = ReturnType<Waiting['waitingBy']>;

interface Grouping {
  /** Waiting cards `w` with what they are grouped by. CROSS JOIN: they are few of all. */
  readonly tables: string;
  readonly key: string;
  /** How a group `g` is named and put in order. */
  readonly names: string;
  readonly name: string;
  readonly order: string;
}

const GROUPINGS: Readonly<Record<Group, Grouping>> = {
  company: {
    tables: 'waiting w CROSS JOIN card_companies x ON x.card = w.card',
    key: 'x.name_folded',
    names: 'counted g',
    name: 'g.key',
    order: 'g.fresh + g.learning + g.review DESC, g.key',
  },
  stars: {
    tables: 'waiting w CROSS JOIN cards c INDEXED BY cards_by_key_with_stars ON c.key = w.card',
    key: 'c.stars',
    names: 'counted g',
    name: 'CAST(g.key AS TEXT)',
    order: 'g.key',
  },
  part: {
    tables: 'waiting w CROSS JOIN modules m ON m.key = w.module',
    key: 'm.part_folded',
    names: `counted g CROSS JOIN modules m ON m.key = (
      SELECT f.key FROM modules f INDEXED BY modules_by_part WHERE f.part_folded = g.key
      ORDER BY f.retired_at IS NOT NULL, f.collection, f.number IS NULL, f.number, f.key LIMIT 1)`,
    name: 'm.part',
    order: 'm.collection, m.number IS NULL, m.number, m.key',
  },
};

/** Counts waiting cards by company, difficulty or part; see `Waiting.waitingBy`. */
export function countGroups(
  db: Database,
  group: Group,
  matching: Matching,
  moment: Moment,
): GroupCounts {
  const { tables, key, names, name, order } = GROUPINGS[group];
  const kept = keepsCounts(matching, moment);
  const pool = (of: Pool) =>
    `SELECT y.card, y.module, '${of}', 1 FROM ${matching.from}
     WHERE ${waitsSql(of, moment)} AND (${matching.where})`;
  const counted = (of: 'fresh' | 'reviews') =>
    kept ? `SELECT y.card, y.module, '${of}', -1 ${keptBuriedSql(of, '@today')}` : pool(of);
  const known = `UNION ALL SELECT name, cards, 0, 0 ${keptFreshSql(group)}
    UNION ALL SELECT name, 0, 0, cards ${keptReviewsSql(group, FIRST_DUE_DAY, '@today')}`;
  const sum = (of: Pool) => `coalesce(sum(w.n) FILTER (WHERE w.pool = '${of}'), 0)`;
  const groups = db
    .prepare<[object], GroupCounts[number]>(
      `WITH waiting (card, module, pool, n) AS MATERIALIZED (
         ${counted('fresh')} UNION ALL ${pool('learning')} UNION ALL ${counted('reviews')}),
       parts (key, fresh, learning, review) AS (
         SELECT ${key}, ${sum('fresh')}, ${sum('learning')}, ${sum('reviews')}
         FROM ${tables} GROUP BY 1 ${kept ? known : ''}),
       counted (key, fresh, learning, review) AS MATERIALIZED (
         SELECT key, sum(fresh), sum(learning), sum(review) FROM parts GROUP BY key
         HAVING sum(fresh + learning + review) <> 0)
       SELECT ${name} AS name, g.fresh, g.learning, g.review FROM ${names} ORDER BY ${order}`,
    )
    .all({ ...matching.params, ...boundsOf(moment) });
  return group === 'company' ? spelled(db, groups) : groups;
}

/** Spells a company when its name is asked for: of hundreds, each on a page of its own, a screen shows a few. */
function spelled(db: Database, groups: GroupCounts): GroupCounts {
  const spelling = once(() =>
    db.prepare<[string], string>(`SELECT ${companySpelling('?')}`).pluck(),
  );
  return groups.map(({ name: folded, ...counts }) => ({
    get name() {
      return spelling().get(folded) ?? folded;
    },
    ...counts,
  }));
}

/** SQL of the number of waiting cards of a pool. */
export function poolCountSql(pool: Pool, matching: Matching, moment: Moment): string {
  if (pool === 'learning' || !keepsCounts(matching, moment)) {
    return `(SELECT count(*) FROM ${matching.from}
      WHERE ${waitsSql(pool, moment)} AND (${matching.where}))`;
  }
  const kept =
    pool === 'fresh' ? keptFreshSql('stars') : keptReviewsSql('stars', FIRST_DUE_DAY, '@today');
  return `(SELECT coalesce(sum(cards), 0) ${kept}) - (SELECT count(*) ${keptBuriedSql(pool, '@today')})`;
}

/** The values that the conditions of the pools take. */
export function boundsOf({ today, dayEnd }: Moment): { today: number; dayEnd: number } {
  return { today, dayEnd };
}

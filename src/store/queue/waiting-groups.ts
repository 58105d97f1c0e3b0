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

type Groups = ReturnType<Waiting['waitingBy']>;
type Group = keyof Groups;
type GroupCounts = Groups[Group][number];

/** Waiting cards `w` by what they are grouped by. CROSS JOIN: they are few of all. */
const MEMBERS = `
  SELECT 'company' AS kind, x.name_folded AS key, w.fresh, w.learning, w.review
  FROM waiting w CROSS JOIN card_companies x ON x.card = w.card
  UNION ALL SELECT 'stars', c.stars, w.fresh, w.learning, w.review
  FROM waiting w CROSS JOIN cards c INDEXED BY cards_by_key_with_stars ON c.key = w.card
  UNION ALL SELECT 'part', m.part_folded, w.fresh, w.learning, w.review
  FROM waiting w CROSS JOIN modules m ON m.key = w.module`;

/** The module whose spelling a part `g` has, and by which it is put in order. */
const FIRST_OF_PART = `
  CASE g.kind WHEN 'part' THEN (
    SELECT f.key FROM modules f INDEXED BY modules_by_part WHERE f.part_folded = g.key
    ORDER BY f.retired_at IS NOT NULL, f.collection, f.number IS NULL, f.number, f.key LIMIT 1) END`;

/** Companies by their number of cards, parts as in the syllabus. */
const ORDER = `
  g.kind, CASE g.kind WHEN 'company' THEN -(g.fresh + g.learning + g.review) END,
  m.collection, m.number IS NULL, m.number, m.key, g.key`;

/** Counts waiting cards by company, difficulty and part, in one statement; see `Waiting.waitingBy`. */
export function countGroups(db: Database, matching: Matching, moment: Moment): Groups {
  const rows = db
    .prepare<[object], [Group, string | number, number, number, number]>(
      `WITH waiting (card, module, fresh, learning, review) AS MATERIALIZED (${waitingSql(matching, moment)}),
       counted (kind, key, fresh, learning, review) AS (
         SELECT kind, key, sum(fresh), sum(learning), sum(review)
         FROM (${MEMBERS} ${keepsCounts(matching, moment) ? KEPT : ''})
         GROUP BY kind, key HAVING sum(fresh + learning + review) <> 0)
       SELECT g.kind, coalesce(m.part, g.key), g.fresh, g.learning, g.review
       FROM counted g LEFT JOIN modules m ON m.key = ${FIRST_OF_PART} ORDER BY ${ORDER}`,
    )
    .raw()
    .all({ ...matching.params, ...boundsOf(moment) });
  const groups: Groups = { company: [], stars: [], part: [] };
  for (const [kind, name, fresh, learning, review] of rows)
    groups[kind].push({ name: String(name), fresh, learning, review });
  return { ...groups, company: spelled(db, groups.company) };
}

const KEPT = `
  UNION ALL SELECT kind, name, cards, 0, 0 ${keptFreshSql()}
  UNION ALL SELECT kind, name, 0, 0, cards ${keptReviewsSql(FIRST_DUE_DAY, '@today')}`;

/** SQL of waiting cards with a 1 for their pool; where counts are kept, those in them that do not wait, with a -1. */
function waitingSql(matching: Matching, moment: Moment): string {
  const card = (counts: string) => `SELECT y.card, y.module, ${counts}`;
  const pool = (of: Pool, counts: string) =>
    `${card(counts)} FROM ${matching.from} WHERE ${waitsSql(of, moment)} AND (${matching.where})`;
  const learning = pool('learning', '0, 1, 0');
  const [fresh, reviews] = keepsCounts(matching, moment)
    ? [
        `${card('-1, 0, 0')} ${keptBuriedSql('fresh', '@today')}`,
        `${card('0, 0, -1')} ${keptBuriedSql('reviews', '@today')}`,
      ]
    : [pool('fresh', '1, 0, 0'), pool('reviews', '0, 0, 1')];
  return [fresh, learning, reviews].join(' UNION ALL ');
}

/** Spells a company when its name is asked for: of hundreds, each on a page of its own, a screen shows a few. */
function spelled(db: Database, groups: GroupCounts[]): GroupCounts[] {
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
  const kept = pool === 'fresh' ? keptFreshSql() : keptReviewsSql(FIRST_DUE_DAY, '@today');
  return `(SELECT coalesce(sum(cards), 0) ${kept} AND kind = 'stars') - (SELECT count(*) ${keptBuriedSql(pool, '@today')})`;
}

/** The values that the conditions of the pools take. */
export function boundsOf({ today, dayEnd }: Moment): { today: number; dayEnd: number } {
  return { today, dayEnd };
}

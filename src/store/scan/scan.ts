import type { Database } from 'better-sqlite3';
import type { Scan } from '../../app/export/ports.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { allOf, anyOf, someTerm } from '../../model/query-tree.js';
import { buriedSql } from '../query/due-sql.js';
import { matchingCards } from '../query/matching.js';
import {
  CARD_TABLES,
  MODULE_ORDER,
  RECORD_COLUMNS,
  type RecordCells,
  recordOf,
} from '../tables/card-record.js';
import type { MemoryRow } from '../tables/memory.js';
import { companySpelling } from '../tables/names.js';
import { scanReviews } from './reviews.js';
import { scanTicked } from './ticked.js';

type CardVisit = Parameters<Scan['scanCards']>[2];
type ModuleRows = ReturnType<Scan['scanModules']>;

/** Makes the access for statistics; takes the FSRS weights behind retrievability. */
export function createScan(db: Database, weights: () => readonly number[]): Scan {
  return {
    cardKeys: () =>
      (db.prepare<[], number>('SELECT coalesce(max(key), 0) FROM cards').pluck().get() ?? 0) + 1,
    scanCards: (query, moment, visit) => scanCards(db, query, moment, weights(), visit),
    scanReviews: (cards, visit) => scanReviews(db, cards, visit),
    scanTicked: () => scanTicked(db),
    scanModules: () =>
      db
        .prepare<[], ModuleRows[number]>(
          `SELECT m.key, m.number, m.title, m.part, m.part_folded AS partFolded,
             k.name AS collection
           FROM modules m JOIN collections k ON k.key = m.collection ORDER BY ${MODULE_ORDER}`,
        )
        .all(),
    scanCompanies: () => companies(db),
    cardOfKey(key, moment) {
      const row = db
        .prepare<[number], RecordCells>(
          `SELECT ${RECORD_COLUMNS} FROM ${CARD_TABLES} WHERE c.key = ?`,
        )
        .raw()
        .get(key);
      if (row === undefined) throw new Error(`no card has the key ${key}`);
      return recordOf(row, moment, weights());
    },
  };
}

/** The columns of a scanned card, in the order of `Scanned`. */
const SCANNED = `c.key, c.module, c.stars, c.retired_at IS NULL, y.state, y.stability,
  y.difficulty, y.last_at, y.interval_days, y.lapses, y.introduced_day, y.suspended,
  ${buriedSql()}, y.flag > 0 OR c.defects <> '[]', y.leech`;

type Scanned = readonly [
  key: number,
  module: number,
  stars: number,
  live: number,
  state: MemoryRow['state'],
  stability: number | null,
  difficulty: number | null,
  lastAt: number | null,
  intervalDays: number,
  lapses: number,
  introducedDay: number | null,
  suspended: number,
  buried: number,
  flagged: number,
  leech: number,
];

function scanCards(
  db: Database,
  query: Query,
  moment: Moment,
  weights: readonly number[],
  visit: CardVisit,
): void {
  const asksRetired = someTerm(query, (term) => term.kind === 'is' && term.word === 'retired');
  const { from, where, params } = matchingCards(retiredToo(query), moment, weights);
  const rows = db
    .prepare<[object], Scanned>(`SELECT ${SCANNED} FROM ${from} WHERE ${where}`)
    .raw()
    .iterate({ ...params, today: moment.today });
  for (const row of rows) visit(scannedOf(row, asksRetired));
}

function scannedOf(row: Scanned, asksRetired: boolean): Parameters<CardVisit>[0] {
  const [key, module, stars, live, state, stability, difficulty, lastAt, ...more] = row;
  const [intervalDays, lapses, introducedDay, suspended, buried, flagged, leech] = more;
  return {
    key,
    module,
    stars,
    live: live === 1 || asksRetired,
    state,
    stability,
    difficulty,
    lastAt,
    intervalDays,
    lapses,
    introducedDay,
    suspended: suspended === 1,
    buried: buried === 1,
    flagged: flagged === 1,
    leech: leech === 1,
  };
}

/**
 * Returns the query without the rule that leaves retired cards out: what was
 * done with a card stays done when its text goes.
 */
function retiredToo(query: Query): Query {
  const retired: Query = { kind: 'is', word: 'retired' };
  return allOf(query, anyOf([retired, { kind: 'not', term: retired }]));
}

function* companies(db: Database): ReturnType<Scan['scanCompanies']> {
  const names = db
    .prepare<[], { folded: string; name: string }>(
      `SELECT x.name_folded AS folded, ${companySpelling('x.name_folded')} AS name
       FROM card_companies x GROUP BY x.name_folded`,
    )
    .all();
  const cards = db
    .prepare<[string], number>('SELECT card FROM card_companies WHERE name_folded = ?')
    .pluck();
  for (const { folded, name } of names) yield { name, cards: cards.all(folded) };
}

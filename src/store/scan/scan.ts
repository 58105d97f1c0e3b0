import type { Database } from 'better-sqlite3';
import type { Scan } from '../../app/export/ports.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { allOf, anyOf, someTerm } from '../../model/query-tree.js';
import { matchingCards } from '../query/matching.js';
import {
  CARD_COLUMNS,
  CARD_TABLES,
  type CardRow,
  MODULE_ORDER,
  recordOf,
} from '../tables/card-row.js';
import type { MemoryRow } from '../tables/memory-row.js';
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
        .prepare<[number], CardRow>(`SELECT ${CARD_COLUMNS} FROM ${CARD_TABLES} WHERE c.key = ?`)
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
  coalesce(y.buried_until > @today, 0), y.flag > 0 OR c.defects <> '[]', y.leech`;

type Scanned = readonly [
  key: number,
  module: number,
  stars: number,
  active: number,
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
  const card = { ...NO_CARD };
  for (const row of rows) {
    fill(card, row);
    if (asksRetired) card.live = true;
    visit(card);
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type CardScratch = Mutable<Parameters<CardVisit>[0]>;

const NO_CARD: CardScratch = {
  key: 0,
  module: 0,
  stars: 0,
  live: false,
  state: 'new',
  stability: null,
  difficulty: null,
  lastAt: null,
  intervalDays: 0,
  lapses: 0,
  introducedDay: null,
  suspended: false,
  buried: false,
  flagged: false,
  leech: false,
};

function fill(card: CardScratch, row: Scanned): void {
  card.key = row[0];
  card.module = row[1];
  card.stars = row[2];
  card.live = row[3] === 1;
  card.state = row[4];
  card.stability = row[5];
  card.difficulty = row[6];
  card.lastAt = row[7];
  card.intervalDays = row[8];
  card.lapses = row[9];
  card.introducedDay = row[10];
  card.suspended = row[11] === 1;
  card.buried = row[12] === 1;
  card.flagged = row[13] === 1;
  card.leech = row[14] === 1;
}

/**
 * Gives the query without the rule that leaves retired cards out: what was
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

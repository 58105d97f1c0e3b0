import { DAY_MS, type Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { someTerm } from '../../model/query-tree.js';
import { foldName } from '../../query/fold-name.js';
import { rootKey } from '../tables/cards.js';
import { HYBRID_TIME, UNDONE } from '../tables/events.js';
import { type Bind, type CompileContext, makeBind } from './context.js';
import { buriedSql, type Pool, waitsSql } from './due-sql.js';
import { propertySql } from './property-sql.js';
import { textSql, textsSql } from './text-sql.js';

export interface CompiledQuery {
  /** A condition over the aliases c, m, k and y (see migrations/0001-initial.ts). */
  readonly where: string;
  /** Values of its named parameters, all beginning with q. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Turns a query into a condition in SQL. Values are always bound, never part of the text. */
export function compileQuery(query: Query, context: CompileContext): CompiledQuery {
  const { bind, params } = makeBind('q');
  const condition = compile(query, context, bind);
  const asksRetired = someTerm(query, (term) => term.kind === 'is' && term.word === 'retired');
  return { where: asksRetired ? condition : `c.retired_at IS NULL AND (${condition})`, params };
}

function compile(query: Query, context: CompileContext, bind: Bind): string {
  switch (query.kind) {
    case 'all':
      return '1';
    case 'and':
      return joined(allSql(query.terms, context, bind), 'AND');
    case 'or':
      return joined(
        query.terms.map((term) => compile(term, context, bind)),
        'OR',
      );
    case 'not':
      // A comparison with a value that is not there is unknown, and so is its opposite.
      return `(coalesce(${compile(query.term, context, bind)}, 0) = 0)`;
    default:
      return compileTerm(query, context, bind);
  }
}

function allSql(terms: readonly Query[], context: CompileContext, bind: Bind): string[] {
  const texts = terms.flatMap((term) => (term.kind === 'text' ? [term.text] : []));
  const others = terms.filter((term) => term.kind !== 'text');
  return [...textsSql(texts, bind), ...others.map((term) => compile(term, context, bind))];
}

/** Joins conditions as a tree of halves: SQLite refuses expressions 1,000 levels deep. */
function joined(conditions: readonly string[], by: 'AND' | 'OR'): string {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  const middle = Math.ceil(conditions.length / 2);
  const halves = [conditions.slice(0, middle), conditions.slice(middle)];
  return `(${halves.map((half) => joined(half, by)).join(` ${by} `)})`;
}

type Term = Exclude<Query, { kind: 'all' | 'and' | 'or' | 'not' }>;

function compileTerm(term: Term, context: CompileContext, bind: Bind): string {
  switch (term.kind) {
    case 'text':
      return textSql(term.text, bind);
    case 'is':
      return isSql(term.word, context, bind);
    case 'property':
      return propertySql(term, context, bind);
    case 'added':
    case 'introduced':
    case 'rated':
      return timeSql(term, context, bind);
    default:
      return placeSql(term, bind);
  }
}

type PlaceTerm = Exclude<
  Term,
  { kind: 'text' | 'is' | 'property' | 'added' | 'introduced' | 'rated' }
>;

function placeSql(term: PlaceTerm, bind: Bind): string {
  switch (term.kind) {
    case 'company':
      return `c.key IN (SELECT card FROM card_companies WHERE ${nameSql('name_folded', term.name, bind)})`;
    case 'tag':
      return tagSql(term.name, bind);
    case 'part':
      return nameSql('m.part_folded', term.name, bind);
    case 'collection':
      return nameSql('k.name_folded', term.name, bind);
    case 'module':
      return `(m.number IS NOT NULL AND m.number = ${bind(term.number)})`;
    case 'module-title':
      return `m.title_folded GLOB ${bind(globPattern(`*${term.title}*`))}`;
    case 'stars':
      return `c.stars BETWEEN ${bind(term.from)} AND ${bind(term.to)}`;
    case 'id':
      return idSql(term.id, bind);
    case 'flag':
      return `y.flag = ${bind(term.value)}`;
  }
}

function tagSql(name: string, bind: Bind): string {
  const ofModule = 'SELECT 1 FROM module_tags t WHERE t.module = m.key';
  if (foldName(name) === 'none') return `(NOT EXISTS (${ofModule}) AND c.tags = '[]')`;
  return `(EXISTS (${ofModule} AND ${nameSql('t.name_folded', name, bind)})
    OR c.key IN (SELECT card FROM card_tags WHERE ${nameSql('name_folded', name, bind)}))`;
}

function nameSql(column: string, name: string, bind: Bind): string {
  if (name.includes('*')) return `${column} GLOB ${bind(globPattern(name))}`;
  return `${column} = ${bind(foldName(name))}`;
}

/** Returns a GLOB pattern in which `*` alone is special. Unlike LIKE, GLOB can use an index. */
function globPattern(name: string): string {
  return foldName(name).replaceAll(/[[?]/g, '[$&]').replaceAll(/\*+/g, '*');
}

/** The id from its start, or the explicit id; each part by its own index. */
function idSql(id: string, bind: Bind): string {
  const start = id.toLowerCase();
  // Ids are ASCII: none continues with a character beyond it.
  const end = `${start}\u{7f}`;
  return `c.key IN (SELECT i.key FROM cards i WHERE i.id >= ${bind(start)} AND i.id < ${bind(end)}
    UNION ALL SELECT i.key FROM cards i WHERE i.explicit_id = ${bind(id)})`;
}

function isSql(
  word: Extract<Query, { kind: 'is' }>['word'],
  context: CompileContext,
  bind: Bind,
): string {
  switch (word) {
    case 'new':
    case 'review':
      return `y.state = ${bind(word)}`;
    case 'learning':
      return "y.state IN ('learning', 'relearning')";
    case 'due':
      return dueSql(context.moment, bind);
    case 'suspended':
      return 'y.suspended = 1';
    case 'buried':
      return buriedSql(bind(context.moment.today));
    case 'leech':
      return 'y.leech = 1';
    case 'missed-points':
      return MISSED_POINTS;
    case 'flagged':
      return "(y.flag > 0 OR c.defects <> '[]')";
    case 'retired':
      return 'c.retired_at IS NOT NULL';
  }
}

/** The newest review of the card that had points ticked lacks one that a good answer names. */
const MISSED_POINTS = `c.key IN (SELECT ${rootKey('o')}
  FROM events t JOIN cards o ON o.key = t.card
  WHERE t.points IS NOT NULL AND t.id = (
    SELECT e.id FROM events e JOIN cards s ON s.key = e.card
    WHERE e.points IS NOT NULL AND NOT ${UNDONE}
      AND ${rootKey('s')} = ${rootKey('o')}
    ORDER BY ${HYBRID_TIME} DESC, e.id DESC LIMIT 1)
  AND json_array_length(t.points, '$.good') < t.points ->> '$.goodOf')`;

/** Two conditions, each with an index of its own. */
function dueSql(moment: Moment, bind: Bind): string {
  const scope = { row: 'w', today: bind(moment.today), stepTime: `<= ${bind(moment.now)}` };
  const waiting = (pool: Pool) =>
    `SELECT w.card FROM memory w WHERE ${waitsSql(pool, moment, scope)}`;
  return `y.card IN (${waiting('learning')} UNION ALL ${waiting('reviews')})`;
}

function timeSql(
  term: Extract<Term, { kind: 'added' | 'introduced' | 'rated' }>,
  { moment }: CompileContext,
  bind: Bind,
): string {
  if (term.kind === 'added') {
    return `c.added_at >= ${bind(moment.dayStart - (term.days - 1) * DAY_MS)}`;
  }
  const since = bind(moment.today - term.days);
  if (term.kind === 'introduced') return `coalesce(y.introduced_day > ${since}, 0)`;
  const rating = term.rating === null ? '' : `AND e.rating = ${bind(term.rating)}`;
  return `c.key IN (SELECT ${rootKey('o')} FROM events e JOIN cards o ON o.key = e.card
    WHERE e.kind = 'review' AND e.day > ${since} ${rating}
      AND NOT ${UNDONE})`;
}

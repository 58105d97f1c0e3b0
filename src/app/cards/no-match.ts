import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { allOf, mapTerms, someTerm } from '../../model/query-tree.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { foldName } from '../../query/fold-name.js';
import { formatQuery } from '../../query/format.js';
import { nearestFew } from '../../query/nearest.js';
import type { Cards } from './ports.js';

/** Names offered for what nothing matches. */
const MAX_NEAR = 3;
/** Fewer characters are the beginning of too many ids. */
const MIN_ID_START = 3;
/** Shorter words are near to too many others. */
const MIN_WORD = 3;
const IDS_HINT =
  'See cards and their ids with "viva list"; the first characters of an id are enough.';

/**
 * Throws `card-unknown` for a query that asks only for what stands in files, such
 * as words, ids and names, where no card has it. What is asked of memory, as by
 * `is:due`, may fit no card today and some tomorrow.
 */
export function refuseNoMatch(query: Query, moment: Moment, cards: Cards): void {
  if (query.kind === 'all' || someTerm(query, mayBeEmpty)) return;
  if (cards.find(query, moment, 1).length === 0) throw noCardMatches(query, moment, cards);
}

/** The error for a query, or a reference to a card, that no card fits, with the nearest names. */
export function noCardMatches(query: Query | string, moment: Moment, cards: Cards): VivaError {
  const typed = typeof query === 'string' ? query.trim() : formatQuery(query);
  const message = `No card matches "${visibleLine(typed)}".`;
  return new VivaError('card-unknown', message, hintFor(query, moment, cards));
}

function hintFor(query: Query | string, moment: Moment, cards: Cards): string {
  if (typeof query === 'string') {
    const text = query.trim();
    return nearHint([{ term: { kind: 'text', text }, text }], moment, cards) ?? IDS_HINT;
  }
  const retired = cards.count(allOf(query, { kind: 'is', word: 'retired' }), moment);
  if (retired > 0) return `${counted(retired, 'retired card')} would: add is:retired.`;
  const terms = termsOf(query);
  const strange = terms.filter((term) => cards.find(term, moment, 1).length === 0);
  if (terms.length > 1 && strange.length === 0)
    return 'Each term matches some cards, but no card matches all of them.';
  const asksModules = strange.every(({ kind }) => kind === 'module' || kind === 'module-title');
  const near = nearHint(strange.flatMap(typedIn), moment, cards);
  return near ?? (asksModules ? modulesHint(cards) : IDS_HINT);
}

/** Says which modules there are; their numbers stand in the list of cards. */
function modulesHint(cards: Cards): string {
  const titles = cards.names('module').map(({ name }) => `"${visibleLine(name)}"`);
  if (titles.length === 0) return 'There are no modules yet.';
  const more = titles.length > MAX_NEAR ? ` and ${titles.length - MAX_NEAR} more` : '';
  const listed = titles.slice(0, MAX_NEAR).join(', ');
  return `Modules: ${listed}${more}; "viva list" shows them with their numbers.`;
}

/** The terms of a query that hold no others. */
function termsOf(query: Query): Query[] {
  const found: Query[] = [];
  mapTerms(query, (term) => {
    found.push(term);
    return term;
  });
  return found;
}

/** A term of a query, and the word in it that can be mistyped. */
interface Typed {
  readonly term: Query;
  readonly text: string;
}

function typedIn(term: Query): Typed[] {
  switch (term.kind) {
    case 'text':
      return [{ term, text: term.text }];
    case 'module-title':
      return [{ term, text: term.title }];
    case 'id':
      return [{ term, text: term.id }];
    default:
      return [];
  }
}

/** Names what is near to what was typed; null where nothing is. */
function nearHint(typed: readonly Typed[], moment: Moment, cards: Cards): string | null {
  const near = typed.flatMap((each) => nearTo(each, moment, cards)).slice(0, MAX_NEAR);
  return near.length === 0
    ? null
    : `Did you mean ${near.map((name) => `"${visibleLine(name)}"`).join(' or ')}?`;
}

function nearTo({ term, text }: Typed, moment: Moment, cards: Cards): string[] {
  const titles = cards.names('module').map(({ name }) => name);
  if (term.kind === 'module-title') return nearTitles(text, titles);
  const others = (['company', 'tag', 'part'] as const).flatMap((kind) =>
    cards.names(kind).map(({ name }) => name),
  );
  const names = [...others, ...titles].flatMap((name) => [name, ...wordsIn(name)]);
  const distinct = new Map(names.map((name) => [foldName(name), name]));
  const near = nearestFew(text, [...distinct.values()], MAX_NEAR).filter(
    (name) => cards.find({ kind: 'text', text: name }, moment, 1).length > 0,
  );
  return [...nearIds(text, moment, cards), ...near];
}

/** The titles that are near to a text, or have a word that is. */
function nearTitles(text: string, titles: readonly string[]): string[] {
  const whole = nearestFew(text, titles, MAX_NEAR);
  const partly = titles.filter((title) => nearestFew(text, wordsIn(title), 1).length > 0);
  return [...new Set([...whole, ...partly])].slice(0, MAX_NEAR);
}

function wordsIn(name: string): string[] {
  return name.split(/[^\p{L}\p{N}-]+/u).filter((word) => word.length >= MIN_WORD);
}

/** The ids that have the longest beginning of a text in common with it. */
function nearIds(text: string, moment: Moment, cards: Cards): string[] {
  if (!/^[a-z0-9]*\d[a-z0-9]*$/i.test(text)) return [];
  for (let length = text.length - 1; length >= MIN_ID_START; length--) {
    const found = cards.resolve(text.slice(0, length), moment);
    if (found.length > 0) return found.map(({ card }) => card.id);
  }
  return [];
}

function mayBeEmpty({ kind }: Query): boolean {
  return ['stars', 'is', 'flag', 'property', 'added', 'introduced', 'rated'].includes(kind);
}

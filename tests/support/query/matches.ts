import type { Card } from '../../../src/model/card.js';
import type { ReviewEvent } from '../../../src/model/event.js';
import type { Memory } from '../../../src/model/memory.js';
import { DAY_MS, type Moment } from '../../../src/model/moment.js';
import type { Query } from '../../../src/model/query.js';
import { someTerm } from '../../../src/model/query-tree.js';
import { foldName } from '../../../src/query/fold-name.js';
import { holdsText } from '../../../src/query/text-match.js';
import { isNamed } from '../../../src/query/wildcard.js';
import { hasProperty, isInState } from './memory-match.js';

/** A card with what a query can ask of it. */
export interface Queried {
  readonly card: Card;
  readonly memory: Memory;
  /** Probability of recall at the moment, 0..1; null for a new card. */
  readonly retrievability: number | null;
  /** Its reviews that are not undone; `rated:` finds nothing without them. */
  readonly reviews?: readonly Pick<ReviewEvent, 'day' | 'rating' | 'points'>[];
}

export interface QueryContext {
  readonly moment: Moment;
}

/**
 * Returns whether a query fits a card. Retired cards fit only queries that speak
 * of `is:retired`. The store's SQL for a query means the same.
 */
export function matches(query: Query, record: Queried, context: QueryContext): boolean {
  const asksRetired = someTerm(query, (term) => term.kind === 'is' && term.word === 'retired');
  return (asksRetired || !record.card.retired) && fits(query, record, context);
}

function fits(query: Query, record: Queried, context: QueryContext): boolean {
  switch (query.kind) {
    case 'all':
      return true;
    case 'and':
      return query.terms.every((term) => fits(term, record, context));
    case 'or':
      return query.terms.some((term) => fits(term, record, context));
    case 'not':
      return !fits(query.term, record, context);
    default:
      return fitsTerm(query, record, context);
  }
}

type Term = Exclude<Query, { kind: 'all' | 'and' | 'or' | 'not' }>;

function fitsTerm(term: Term, record: Queried, { moment }: QueryContext): boolean {
  const { card, memory } = record;
  switch (term.kind) {
    case 'is':
      if (term.word === 'missed-points') return hasMissedPoints(record);
      return isInState(term.word, record, moment);
    case 'property':
      return hasProperty(term, record, moment);
    case 'flag':
      return memory.flag === term.value;
    case 'added':
      return card.addedAt >= moment.dayStart - (term.days - 1) * DAY_MS;
    case 'introduced':
      return isSince(memory.introducedDay, term.days, moment);
    case 'rated':
      return (record.reviews ?? []).some(
        ({ day, rating }) =>
          isSince(day, term.days, moment) && (term.rating === null || rating === term.rating),
      );
    default:
      return fitsCard(term, card);
  }
}

type CardTerm = Exclude<
  Term,
  { kind: 'is' | 'property' | 'flag' | 'added' | 'introduced' | 'rated' }
>;

function fitsCard(term: CardTerm, card: Card): boolean {
  switch (term.kind) {
    case 'text':
      return holdsText(card.question, term.text) || holdsText(card.answer, term.text);
    case 'company':
      return card.companies.some((name) => isNamed(name, term.name));
    case 'tag':
      // Anki's word for cards without any.
      if (foldName(term.name) === 'none') return card.tags.length === 0;
      return card.tags.some((name) => isNamed(name, term.name));
    case 'part':
      return isNamed(card.module.part, term.name);
    case 'collection':
      return isNamed(card.module.collection, term.name);
    case 'module':
      return card.module.number === term.number;
    case 'module-title':
      return isNamed(card.module.title, `*${term.title}*`);
    case 'stars':
      return card.stars >= term.from && card.stars <= term.to;
    case 'id':
      return card.explicitId === term.id || card.id.startsWith(term.id.toLowerCase());
  }
}

// Today is the first of the days.
function isSince(day: number | null, days: number, { today }: Moment): boolean {
  return day !== null && day > today - days;
}

/** Reviews are in the order of their times. */
function hasMissedPoints({ reviews = [] }: Queried): boolean {
  const points = reviews.findLast((review) => review.points !== undefined)?.points;
  return points !== undefined && points.good.length < points.goodOf;
}

import type { Stars } from './card.js';
import type { CardState } from './memory.js';

export type Comparison = '<' | '<=' | '=' | '>=' | '>' | '!=';

export const IS_WORDS = [
  'new',
  'learning',
  'due',
  'review',
  'suspended',
  'buried',
  'leech',
  'missed-points',
  'flagged',
  'retired',
] as const;
export type IsWord = (typeof IS_WORDS)[number];

/** Numbers of a card that a query can compare. */
export const NUMERIC_PROPERTIES = [
  'interval',
  'stability',
  'difficulty',
  'retrievability',
  'lapses',
  'reps',
  'due',
] as const;
export type NumericProperty = (typeof NUMERIC_PROPERTIES)[number];

/**
 * A query over cards. Text fields compare without case. Names with `*` match
 * as wildcards. Days count study days back from today, today being day 1.
 */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'and'; readonly terms: readonly Query[] }
  | { readonly kind: 'or'; readonly terms: readonly Query[] }
  | { readonly kind: 'not'; readonly term: Query }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'company'; readonly name: string }
  | { readonly kind: 'part'; readonly name: string }
  | { readonly kind: 'module'; readonly number: number }
  | { readonly kind: 'module-title'; readonly title: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'collection'; readonly name: string }
  | { readonly kind: 'stars'; readonly from: Stars; readonly to: Stars }
  | { readonly kind: 'is'; readonly word: IsWord }
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'flag'; readonly value: number }
  | {
      readonly kind: 'property';
      readonly name: NumericProperty;
      readonly op: Comparison;
      /** Days for interval, stability and due (from today); 0..1 for retrievability. */
      readonly value: number;
    }
  | { readonly kind: 'added'; readonly days: number }
  | { readonly kind: 'introduced'; readonly days: number }
  | { readonly kind: 'rated'; readonly days: number; readonly rating: 1 | 2 | 3 | 4 | null };

/** What `is:learning` covers: cards within learning or relearning steps. */
export const LEARNING_STATES: readonly CardState[] = ['learning', 'relearning'];

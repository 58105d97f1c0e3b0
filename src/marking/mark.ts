import type { Point } from '../model/answer-parts.js';
import { type Sentence, sentencesOf, termsOf } from './words.js';

/** From this share of its weight on, a point counts as named. */
const NAMED_FROM = 0.55;
/** The same where one of both denies and the other does not: they may say the opposite. */
const NAMED_FROM_DENIED = 0.75;
/** A point of fewer terms says too little to be judged by words. */
const MIN_TERMS = 2;
/** What a term that the question says as well weighs, of 1. */
const ASKED_WEIGHT = 0.25;
/** What a term beside a number weighs: numbers are what one must know. */
const NUMBER_WEIGHT = 1.5;

/**
 * Tells which points an answer names: places from 0. Words alone judge, by their stems, synonyms
 * of the field and numbers, so what they cannot tell stays out: points that sink an answer (who
 * denies one says the same words), and points of hardly a word. Takes the question because its
 * words are in every answer.
 */
export function namedPoints(points: readonly Point[], typed: string, question: string): number[] {
  const said = sentencesOf(typed);
  const asked = new Set(termsOf(question));
  const rarity = rarityOf(points.map(({ text }) => text));
  return points.flatMap((point, place) =>
    point.kind !== 'wrong' && isNamed(point.text, said, asked, rarity) ? [place] : [],
  );
}

function isNamed(
  text: string,
  said: readonly Sentence[],
  asked: ReadonlySet<string>,
  rarity: ReadonlyMap<string, number>,
): boolean {
  const terms = new Set(termsOf(text));
  const telling = [...terms].filter((term) => !asked.has(term));
  if (telling.length < MIN_TERMS) return false;
  const weight = (term: string) =>
    (asked.has(term) ? ASKED_WEIGHT : /^\d/.test(term) ? NUMBER_WEIGHT : 1) *
    (rarity.get(term) ?? 1);
  const whole = [...terms].reduce((sum, term) => sum + weight(term), 0);
  const denies = sentencesOf(text).some(({ isNegated }) => isNegated);
  return windows(said).some((window) => {
    const hit = [...terms].filter((term) => window.terms.has(term));
    if (hit.filter((term) => !asked.has(term)).length < MIN_TERMS) return false;
    const share = hit.reduce((sum, term) => sum + weight(term), 0) / whole;
    return share >= (window.isNegated === denies ? NAMED_FROM : NAMED_FROM_DENIED);
  });
}

/** What is said in a sentence and the one after it: one thought is seldom longer. */
function windows(said: readonly Sentence[]): Sentence[] {
  return said.map(({ terms, isNegated }, at) => {
    const after = said[at + 1];
    return {
      terms: new Set([...terms, ...(after?.terms ?? [])]),
      isNegated: isNegated || after?.isNegated === true,
    };
  });
}

/** A term of one point tells more than one of all: 1 down to a half. */
function rarityOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const term of new Set(termsOf(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new Map([...counts].map(([term, count]) => [term, 1 / (0.5 + 0.5 * count)]));
}

import type { Point } from '../model/answer-parts.js';
import { countEach } from '../model/groups.js';
import { type Sentence, sentencesOf, termsOf } from './words.js';

/**
 * From this share of its weight on a point counts as named, where so many of its telling terms
 * occur: few say a point in its own words, and two words in common may be chance. Tuned, as the
 * numbers below, on the half of tests/fixtures/typed-answers.json that is there for it.
 */
const NAMED_FROM = { two: 1 / 3, more: 0.2 };
/** How much larger it must be where one of both denies and the other does not. */
const DENIED_FACTOR = 1.5;
/** One thought is seldom longer than so many sentences. */
const MAX_SENTENCES = 3;
/** What a term that the question says as well weighs, of 1. */
const ASKED_WEIGHT = 0.25;
/** What a number weighs: numbers are what one must know. */
const NUMBER_WEIGHT = 1.5;

/** A point, taken apart to be looked for. */
interface Sought {
  /** Its terms, each with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  /** The terms that the question does not say. */
  readonly telling: ReadonlySet<string>;
  /** Those of them that no other point says. */
  readonly own: ReadonlySet<string>;
  readonly isNegated: boolean;
}

/** The terms that a sentence shares with a point. */
interface Shared {
  readonly terms: readonly string[];
  readonly isNegated: boolean;
}

/**
 * Tells which points an answer names: places from 0. Words alone judge, by their stems, synonyms
 * of the field and numbers, so what they cannot tell stays out: points that sink an answer (who
 * denies one says the same words), and points of hardly a word. Takes the question because its
 * words are in every answer; those of its code are not, for who finds the fault names them.
 */
export function namedPoints(points: readonly Point[], typed: string, question: string): number[] {
  const said = sentencesOf(typed);
  const asked = new Set(termsOf(question.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '')));
  const texts = points.map(({ text }) => sentencesOf(text));
  const rarity = rarityOf(texts.map(termsIn));
  return points.flatMap(({ kind }, place) =>
    kind !== 'wrong' && isNamed(soughtOf(texts[place] ?? [], asked, rarity), said) ? [place] : [],
  );
}

function soughtOf(
  sentences: readonly Sentence[],
  asked: ReadonlySet<string>,
  rarity: ReadonlyMap<string, number>,
): Sought {
  const terms = [...termsIn(sentences)];
  const weigh = (term: string) =>
    (asked.has(term) ? ASKED_WEIGHT : /^=?\d/.test(term) ? NUMBER_WEIGHT : 1) *
    (rarity.get(term) ?? 1);
  const telling = terms.filter((term) => !asked.has(term));
  return {
    weights: new Map(terms.map((term) => [term, weigh(term)])),
    telling: new Set(telling),
    own: new Set(telling.filter((term) => rarity.get(term) === 1)),
    isNegated: sentences.some(({ isNegated }) => isNegated),
  };
}

function isNamed(point: Sought, said: readonly Sentence[]): boolean {
  const terms = [...point.weights.keys()];
  const shared = said.map((sentence) => ({
    terms: terms.filter((term) => sentence.terms.has(term)),
    isNegated: sentence.isNegated,
  }));
  return shared.some((_, at) => isNamedIn(point, shared.slice(at, at + MAX_SENTENCES)));
}

/** Takes what a few sentences share with the point. */
function isNamedIn(point: Sought, shared: readonly Shared[]): boolean {
  const { weights, telling, own } = point;
  const about = shared.filter(({ terms }) => terms.some((term) => telling.has(term)));
  const hit = [...new Set(about.flatMap(({ terms }) => terms))];
  const tellingHits = hit.filter((term) => telling.has(term)).length;
  if (tellingHits < 2 || !hit.some((term) => own.has(term))) return false;
  const share = sumOf(hit.map((term) => weights.get(term) ?? 0)) / sumOf([...weights.values()]);
  const isDenied = about.some(({ isNegated }) => isNegated) !== point.isNegated;
  const enough = tellingHits === 2 ? NAMED_FROM.two : NAMED_FROM.more;
  return share >= (isDenied ? enough * DENIED_FACTOR : enough);
}

function sumOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function termsIn(sentences: readonly Sentence[]): ReadonlySet<string> {
  return new Set(sentences.flatMap(({ terms }) => [...terms]));
}

/** A term of one point tells more than one of all: 1 down towards 0. */
function rarityOf(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = countEach(texts.flatMap((terms) => [...terms]));
  return new Map([...counts].map(([term, count]) => [term, 1 / (0.5 + 0.5 * count)]));
}

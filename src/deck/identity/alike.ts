import { MIN_DISTINCTIVE, possibleInBlocks } from './blocks.js';
import { isDistinctive } from './card-text.js';
import { compareAll, type Likenesses } from './compare.js';
import {
  leaveOpen,
  type NewCard,
  namedApart,
  type OldCard,
  type Pairing,
  stillOpen,
} from './entries.js';
import { type Group, groupBoth, leftOf, pairOnlyAlike } from './group.js';
import {
  answerLikeness,
  type Compared,
  cardLikeness,
  EQUALLY_LIKELY,
  LIKE_CARD,
  LIKE_QUESTION_ALONE,
  LIKE_REST,
  questionLikeness,
} from './likeness.js';
import { type Possible, settle } from './settle.js';

/** By what cards are compared, and from where on they are alike. */
interface Measure {
  likeness(pair: Compared): number;
  readonly enough: number;
}

const BY_QUESTION: Measure = { likeness: questionLikeness, enough: LIKE_REST };
const BY_ANSWER: Measure = { likeness: answerLikeness, enough: LIKE_REST };
const BY_ALL: Measure = { likeness: cardLikeness, enough: LIKE_CARD };
const BY_QUESTION_ALONE: Measure = { likeness: questionLikeness, enough: LIKE_QUESTION_ALONE };

/** A choice of more than this helps nobody. */
const MAX_CHOICE = 20;
/** Where so many pairs are alike, hardly one would be clear by likeness alone. */
const MAX_POSSIBLE = 200_000;

/**
 * Pairs what is left of an old module and a new one, which may be the same: by
 * the same question, then the same answer, then by likeness.
 */
export function pairAlike(
  pairing: Pairing,
  oldCards: readonly OldCard[],
  newCards: readonly NewCard[],
): void {
  pairSameQuestion(pairing, oldCards, newCards);
  pairSameAnswer(pairing, oldCards, newCards);
  for (const empty of [false, true]) {
    const some = <Card extends OldCard | NewCard>(cards: readonly Card[]) =>
      stillOpen(cards).filter(({ text }) => (text.answer === '') === empty);
    pairLikeliest(pairing, some(oldCards), some(newCards), empty ? BY_QUESTION_ALONE : BY_ALL);
  }
}

function pairSameQuestion(
  pairing: Pairing,
  oldCards: readonly OldCard[],
  newCards: readonly NewCard[],
): void {
  const question = ({ text }: OldCard | NewCard) => text.question;
  const groups = groupBoth(oldCards, newCards, { old: question, fresh: question });
  for (const group of groups) pairGroup(pairing, group, BY_ANSWER);
}

function pairSameAnswer(
  pairing: Pairing,
  oldCards: readonly OldCard[],
  newCards: readonly NewCard[],
): void {
  const answer = ({ text }: OldCard | NewCard) => (isDistinctive(text.answer) ? text.answer : null);
  const groups = groupBoth(oldCards, newCards, { old: answer, fresh: answer });
  for (const group of groups) pairGroup(pairing, group, BY_QUESTION);
}

/**
 * Pairs cards of one module that agree in question or answer. Several on a side
 * are told apart by the rest of their text; the last one of each side is a pair.
 */
function pairGroup(pairing: Pairing, group: Group, rest: Measure): void {
  if (group.oldCards.length > 1 || group.newCards.length > 1) {
    pairLikeliest(pairing, group.oldCards, group.newCards, rest);
  }
  pairOnlyAlike(leftOf(group));
  leaveChoice(pairing, leftOf(group));
}

/** Leaves cards to the person that agree in what they are grouped by, but in nothing else. */
export function leaveChoice(pairing: Pairing, { oldCards, newCards }: Group): void {
  if (newCards.length > MAX_CHOICE || oldCards.length > MAX_CHOICE) return;
  for (const old of oldCards) {
    const candidates = newCards.filter((fresh) => !namedApart(old, fresh));
    if (candidates.length > 0) leaveOpen(pairing, old, candidates);
  }
}

/**
 * Pairs cards by likeness, the likeliest first; of equally likely pairs it makes
 * none. Where there are too many to compare them all, it compares those that
 * share what few have.
 */
function pairLikeliest(
  pairing: Pairing,
  oldCards: readonly OldCard[],
  newCards: readonly NewCard[],
  measure: Measure,
): void {
  if (oldCards.length === 0 || newCards.length === 0) return;
  const possible = possiblePairs(oldCards, newCards, measure);
  if (possible !== null) settle(pairing, possible, measure.enough);
  else settle(pairing, possibleInBlocks(oldCards, newCards, measure), MIN_DISTINCTIVE);
}

/** The pairs that are alike, and some just below; null where there are too many to tell. */
function possiblePairs(
  oldCards: readonly OldCard[],
  newCards: readonly NewCard[],
  { likeness, enough }: Measure,
): Possible[] | null {
  const pairs = comparedPairs(oldCards, newCards);
  if (pairs === null) return null;
  const possible: Possible[] = [];
  for (const pair of pairs) {
    const { old, fresh } = pair;
    const score = likeness(pair);
    if (score < enough - EQUALLY_LIKELY || namedApart(old, fresh)) continue;
    if (possible.length === MAX_POSSIBLE) return null;
    possible.push({ old, fresh, score });
  }
  return possible;
}

function comparedPairs(
  oldCards: readonly OldCard[],
  newCards: readonly NewCard[],
): Generator<Compared> | null {
  const compare = (part: 'question' | 'answer') => {
    const textOf = ({ text }: OldCard | NewCard) => text[part];
    return compareAll(oldCards.map(textOf), newCards.map(textOf));
  };
  const questions = compare('question');
  const answers = questions && compare('answer');
  if (questions === null || answers === null) return null;
  return everyPair(oldCards, newCards, questions, answers);
}

function* everyPair(
  oldCards: readonly OldCard[],
  newCards: readonly NewCard[],
  questions: Likenesses,
  answers: Likenesses,
): Generator<Compared> {
  for (const [i, old] of oldCards.entries()) {
    for (const [j, fresh] of newCards.entries()) {
      yield { old, fresh, questions: questions(i, j), answers: answers(i, j) };
    }
  }
}

/** Pairs cards with the same question that stand in any module, where their answers tell which. */
export function pairByAnswers(pairing: Pairing, group: Group): void {
  pairLikeliest(pairing, group.oldCards, group.newCards, BY_ANSWER);
}

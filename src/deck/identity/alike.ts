import { findCandidates } from './candidates.js';
import { isTelling } from './card-text.js';
import {
  leaveOpen,
  type NewCard,
  namedApart,
  type OldCard,
  type Pairing,
  stillOpen,
} from './entries.js';
import type { Grams } from './grams.js';
import { type Group, groupBoth, leftOf, pairOnlyAlike } from './group.js';
import {
  answerLikeness,
  cardLikeness,
  EQUALLY_LIKELY,
  LIKE_ANSWER,
  LIKE_CARD,
  LIKE_QUESTION_ALONE,
  LIKE_REST,
  questionLikeness,
} from './likeness.js';
import { type Possible, settle } from './settle.js';

/** By what cards are compared, and from where on they are alike. */
interface Measure {
  grams(card: OldCard | NewCard): Grams;
  /** Grams less alike than this cannot give a likeness near `enough`. */
  readonly least: number;
  likeness(old: OldCard, fresh: NewCard): number;
  readonly enough: number;
}

const BY_QUESTION: Measure = {
  grams: ({ text }) => text.questionGrams,
  least: LIKE_REST - EQUALLY_LIKELY,
  likeness: questionLikeness,
  enough: LIKE_REST,
};

const BY_ANSWER: Measure = {
  grams: ({ text }) => text.answerGrams,
  least: LIKE_REST - EQUALLY_LIKELY,
  likeness: answerLikeness,
  enough: LIKE_REST,
};

const BY_ALL: Measure = {
  grams: ({ text }) => text.answerGrams,
  least: LIKE_ANSWER,
  likeness: cardLikeness,
  enough: LIKE_CARD,
};

const BY_QUESTION_ALONE: Measure = {
  ...BY_QUESTION,
  least: LIKE_QUESTION_ALONE - EQUALLY_LIKELY,
  enough: LIKE_QUESTION_ALONE,
};

/** A choice of more than this helps nobody. */
const MAX_CHOICE = 20;

/**
 * Pairs what is left of an old module and a new one, which may be the same: by
 * the same question, then the same answer, then by likeness.
 */
export function pairAlike(
  pairing: Pairing,
  olds: readonly OldCard[],
  news: readonly NewCard[],
): void {
  pairSameQuestion(pairing, olds, news);
  pairSameAnswer(pairing, olds, news);
  for (const empty of [false, true]) {
    const some = <Card extends OldCard | NewCard>(cards: readonly Card[]) =>
      stillOpen(cards).filter(({ text }) => (text.answer === '') === empty);
    pairLikeliest(pairing, some(olds), some(news), empty ? BY_QUESTION_ALONE : BY_ALL);
  }
}

function pairSameQuestion(
  pairing: Pairing,
  olds: readonly OldCard[],
  news: readonly NewCard[],
): void {
  const question = ({ text }: OldCard | NewCard) => text.question;
  const groups = groupBoth(olds, news, { old: question, fresh: question });
  for (const group of groups) pairGroup(pairing, group, BY_ANSWER);
}

function pairSameAnswer(
  pairing: Pairing,
  olds: readonly OldCard[],
  news: readonly NewCard[],
): void {
  const answer = ({ text }: OldCard | NewCard) => (isTelling(text.answer) ? text.answer : null);
  const groups = groupBoth(olds, news, { old: answer, fresh: answer });
  for (const group of groups) pairGroup(pairing, group, BY_QUESTION);
}

/**
 * Pairs cards of one module that agree in question or answer. Several on a side
 * are told apart by the rest of their text; the last one of each side is a pair.
 */
function pairGroup(pairing: Pairing, group: Group, rest: Measure): void {
  if (group.olds.length > 1 || group.news.length > 1) {
    pairLikeliest(pairing, group.olds, group.news, rest);
  }
  pairOnlyAlike(leftOf(group));
  leaveChoice(pairing, leftOf(group));
}

/** Leaves cards to the person that agree in what they are grouped by, but in nothing else. */
export function leaveChoice(pairing: Pairing, { olds, news }: Group): void {
  if (news.length > MAX_CHOICE || olds.length > MAX_CHOICE) return;
  for (const old of olds) {
    const candidates = news.filter((fresh) => !namedApart(old, fresh));
    if (candidates.length > 0) leaveOpen(pairing, old, candidates);
  }
}

/** Pairs cards by likeness, the likeliest first; of equally likely pairs it makes none. */
function pairLikeliest(
  pairing: Pairing,
  olds: readonly OldCard[],
  news: readonly NewCard[],
  measure: Measure,
): void {
  if (olds.length === 0 || news.length === 0) return;
  const candidates = findCandidates(
    olds.map(measure.grams),
    news.map(measure.grams),
    measure.least,
  );
  const possible: Possible[] = [];
  olds.forEach((old, index) => {
    for (const place of candidates?.[index] ?? []) {
      const fresh = news[place];
      if (fresh === undefined || namedApart(old, fresh)) continue;
      const score = measure.likeness(old, fresh);
      if (score >= measure.enough - EQUALLY_LIKELY) possible.push({ old, fresh, score });
    }
  });
  settle(pairing, possible, measure.enough);
}

/** Pairs cards with the same question that stand in any module, where their answers tell which. */
export function pairByAnswers(pairing: Pairing, group: Group): void {
  pairLikeliest(pairing, group.olds, group.news, BY_ANSWER);
}

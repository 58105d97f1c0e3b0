import type { CardDefect } from '../../model/card.js';
import { isTelling } from './card-text.js';
import type { NewCard, OldCard } from './entries.js';
import { dice, diceBound } from './grams.js';

/**
 * From here on a card counts as edited, not replaced. The questions of one
 * module stay below 0.6 among each other in all of viva's decks; "capital of
 * France" and "capital of Spain" with a sentence for an answer reach 0.72.
 */
export const LIKE_CARD = 0.75;

/** Likenesses this close say nothing about which is right: a word more or less makes as much. */
export const EQUALLY_LIKELY = 0.02;

/** What the answers alone must reach for two cards to come near `LIKE_CARD`. */
export const LIKE_ANSWER = (3 * (LIKE_CARD - EQUALLY_LIKELY) - 1) / 2;

/** Where question or answer agree already, the other need only be more like one than another. */
export const LIKE_REST = 0.4;

/** A text that was cut off and now goes on is nearly itself. */
const CONTINUED = 0.95;

/** With no answer on either side, the questions alone must be this much alike. */
export const LIKE_QUESTION_ALONE = 0.9;

/** Says how much alike two questions are, 0..1. */
export function questionLikeness(old: OldCard, fresh: NewCard): number {
  if (goesOn(old, fresh, 'question', 'question-truncated')) return CONTINUED;
  return dice(old.text.questionGrams, fresh.text.questionGrams);
}

/** Says how much alike two answers are, 0..1. */
export function answerLikeness(old: OldCard, fresh: NewCard): number {
  if (goesOn(old, fresh, 'answer', 'answer-truncated')) return CONTINUED;
  return dice(old.text.answerGrams, fresh.text.answerGrams);
}

/**
 * Says how much alike two cards are, 0..1: a third by the question, two thirds
 * by the answer, which tells siblings ("in GPT-2", "in GPT-3") apart better.
 * What cannot come near `LIKE_CARD` may come out as 0.
 */
export function cardLikeness(old: OldCard, fresh: NewCard): number {
  const question = questionLikeness(old, fresh);
  const bound = goesOn(old, fresh, 'answer', 'answer-truncated')
    ? CONTINUED
    : diceBound(old.text.answerGrams, fresh.text.answerGrams);
  if (question + 2 * bound < 3 * (LIKE_CARD - EQUALLY_LIKELY)) return 0;
  return (question + 2 * answerLikeness(old, fresh)) / 3;
}

function goesOn(
  old: OldCard,
  fresh: NewCard,
  part: 'question' | 'answer',
  defect: CardDefect,
): boolean {
  const before = old.text[part];
  const after = fresh.text[part];
  return (
    old.stored.defects.includes(defect) &&
    isTelling(before) &&
    after.length > before.length &&
    after.startsWith(before)
  );
}

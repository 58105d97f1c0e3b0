import type { CardDefect } from '../../model/card.js';
import { isDistinctive } from './card-text.js';
import type { NewCard, OldCard } from './entries.js';

/**
 * From here on a card counts as edited, not replaced. The cards of one module
 * stay below 0.6 among each other in all of viva's decks; "capital of
 * France" and "capital of Spain" with a sentence for an answer reach 0.72.
 */
export const LIKE_CARD = 0.75;

/** Likenesses this close say nothing about which is right: a word more or less makes as much. */
export const EQUALLY_LIKELY = 0.02;

/** From this many characters on an answer can stand for its card, at a discount. */
const LONG_ANSWER = 60;
const ALONE = 0.15;

/** Where question or answer agree already, the other need only be more like one than another. */
export const LIKE_REST = 0.4;

/** A text that was cut off and now goes on is nearly itself. */
const CONTINUED = 0.95;

/** With no answer on either side, the questions alone must be this much alike. */
export const LIKE_QUESTION_ALONE = 0.9;

/** A possible pair, and how alike the trigrams of its questions and its answers are, 0..1. */
export interface Compared {
  readonly old: OldCard;
  readonly fresh: NewCard;
  readonly questions: number;
  readonly answers: number;
}

/** Says how much alike two cards' questions are, 0..1. */
export function questionLikeness({ old, fresh, questions }: Compared): number {
  return actAtEnd(old, fresh, 'question', 'question-truncated') ? CONTINUED : questions;
}

/** Says how much alike two cards' answers are, 0..1. */
export function answerLikeness({ old, fresh, answers }: Compared): number {
  return actAtEnd(old, fresh, 'answer', 'answer-truncated') ? CONTINUED : answers;
}

/**
 * Says how much alike two cards are, 0..1: a third by the question, two thirds
 * by the answer, which tells siblings ("in GPT-2", "in GPT-3") apart better; or
 * by a long answer alone, which hardly changed while the question was put in
 * other words.
 */
export function cardLikeness(pair: Compared): number {
  const answer = answerLikeness(pair);
  const together = (questionLikeness(pair) + 2 * answer) / 3;
  const isLong = pair.old.text.answer.length >= LONG_ANSWER;
  return isLong ? Math.max(together, answer - ALONE) : together;
}

function actAtEnd(
  old: OldCard,
  fresh: NewCard,
  part: 'question' | 'answer',
  defect: CardDefect,
): boolean {
  const before = old.text[part];
  const after = fresh.text[part];
  return (
    old.stored.defects.includes(defect) &&
    isDistinctive(before) &&
    after.length > before.length &&
    after.startsWith(before)
  );
}

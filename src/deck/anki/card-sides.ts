import type { AnkiNoteType } from '../../model/anki.js';
import { fillTemplate } from './template.js';

/** HTML of a card's two sides. */
export interface CardSides {
  readonly question: string;
  readonly answer: string;
}

/** Between the question and the answer on Anki's back side. */
const ANSWER_RULE = /<hr\b[^>]*\bid\s*=\s*["']?answer\b[^>]*>/i;

/**
 * Returns the sides of a note's card as Anki would show them, the answer without
 * the question above it. Null where the note has no such card.
 */
export function cardSides(
  type: AnkiNoteType,
  values: readonly string[],
  ordinal: number,
): CardSides | null {
  const template = type.templates[type.cloze ? 0 : ordinal];
  if (template === undefined) return null;
  const fields = new Map(type.fields.map((name, at) => [name, values[at] ?? '']));
  const gap = type.cloze ? ordinal + 1 : null;
  const question = fillTemplate(template.question, { fields, gap, side: 'question' });
  const back = fillTemplate(template.answer, { fields, gap, side: 'answer' });
  return { question, answer: withoutQuestion(back, question) };
}

function withoutQuestion(back: string, question: string): string {
  const rule = ANSWER_RULE.exec(back);
  if (rule !== null) return back.slice(rule.index + rule[0].length);
  const start = back.trimStart();
  const front = question.trim();
  return front !== '' && start.startsWith(front) ? start.slice(front.length) : back;
}

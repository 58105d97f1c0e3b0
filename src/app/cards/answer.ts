import { readAnswerParts } from '../../deck/read/answer-parts.js';
import type { AnswerParts } from '../../model/answer-parts.js';

/** Takes the answer of a card apart by its labels; null where it has none. */
export function partsOf(answer: string): AnswerParts | null {
  const parts = readAnswerParts(answer);
  const { short, points, followUps, trap } = parts;
  const isPlain = short === null && points.length === 0 && followUps.length === 0 && trap === null;
  return isPlain ? null : parts;
}

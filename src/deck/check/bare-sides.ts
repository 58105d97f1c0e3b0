import type { CardDefect } from '../../model/card.js';

/** What leaves a side of a card with nothing to ask or to tell. */
export interface BareSide {
  readonly code: CardDefect & ('answer-same' | 'picture-missing');
  readonly side: 'question' | 'answer';
  /** What is wrong and how to mend it. */
  readonly message: string;
}

/** What stands for a drawing that did not come, and a local picture that is not shown: it may hold programs. */
const UNSHOWN =
  /\(picture(?:: [^()\n]{1,200})?\)|!\[[^[\]\n]{0,300}\]\([^()\s:]{1,1000}\.svgz?\)/gi;

/**
 * Finds sides that hold but a picture that cannot be shown, and an answer that says what its
 * question says, as where what told them apart did not come.
 */
export function bareSides(question: string, answer: string): BareSide[] {
  const found: BareSide[] = [];
  if (isPictureAlone(question)) found.push(missing('question'));
  if (isPictureAlone(answer)) found.push(missing('answer'));
  if (answer.trim() === '' || question.trim() !== answer.trim()) return found;
  const message = 'the answer says the same as the question: write what is to be recalled';
  return [...found, { code: 'answer-same', side: 'answer', message }];
}

function missing(side: BareSide['side']): BareSide {
  const message = `the ${side} is a picture that cannot be shown: put it into words, or beside the file as PNG, JPEG, GIF or WebP`;
  return { code: 'picture-missing', side, message };
}

function isPictureAlone(text: string): boolean {
  if (!/^[\s\\]*(?:\(picture|!\[)/i.test(text)) return false;
  return text.replaceAll(UNSHOWN, '').replaceAll(/[\s\\]/g, '') === '';
}

/** Returns the defects of a card by what its sides lack, each once. */
export function bareSideDefects(question: string, answer: string): CardDefect[] {
  const sides = bareSides(question, answer);
  return sides.length === 0 ? [] : [...new Set(sides.map(({ code }) => code))];
}

import stringWidth from 'string-width';
import type { Span } from './span.js';

const ASCII = /^[\u0020-\u007e]*$/;
const segmenter = new Intl.Segmenter();

/** Columns that text takes on a terminal. */
export function textWidth(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text);
}

/** Columns that a line takes. */
export function lineWidth(line: readonly Span[]): number {
  return line.reduce((sum, { text }) => sum + textWidth(text), 0);
}

/** Cuts text after at most so many columns, never within a character; at least one comes along. */
export function splitAt(text: string, width: number): [string, string] {
  if (ASCII.test(text)) return [text.slice(0, Math.max(1, width)), text.slice(Math.max(1, width))];
  let used = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    used += stringWidth(segment);
    if (used > width && index > 0) return [text.slice(0, index), text.slice(index)];
  }
  return [text, ''];
}

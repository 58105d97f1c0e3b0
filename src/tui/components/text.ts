import stringWidth from 'string-width';
import { graphemeSegmenter } from '../../model/text/graphemes.js';
import { visibleLine } from '../../model/text/visible.js';
import { steadyText } from '../markdown/text/steady.js';

/** Returns text of a deck on one line, safe to show and as wide on every terminal as is counted. */
export function oneLine(text: string): string {
  return steadyText(visibleLine(text));
}

/** Fills text with blanks up to so many terminal columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** A column each, and none of them joins another. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Cuts text to so many terminal columns, with `…` where something is missing. */
export function truncate(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  if (PRINTABLE_ASCII.test(text)) return `${text.slice(0, Math.max(0, width - 1))}…`;
  let kept = '';
  let used = 0;
  for (const { segment } of graphemeSegmenter().segment(text)) {
    const next = stringWidth(segment);
    if (used + next > width - 1) break;
    kept += segment;
    used += next;
  }
  return `${kept}…`;
}

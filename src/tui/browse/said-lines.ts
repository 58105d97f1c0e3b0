import { oneLine, truncate } from '../components/text.js';
import { wrapLine } from '../components/wrap-line.js';
import type { Size } from '../terminal/run-screen.js';

/** Of the rows of the screen, what is said takes no more than one in so many. */
const SHARE = 4;
/** A blank at each side. */
const MARGINS = 2;

/** What is said of something, in as many lines as it needs; cut where that is too much of the screen. */
export function saidLines(text: string, { columns, rows }: Size): string[] {
  const width = Math.max(1, columns - MARGINS);
  const lines = wrapLine(oneLine(text), width, true);
  const most = Math.max(1, Math.floor(rows / SHARE));
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), truncate(lines.slice(most - 1).join(' '), width)];
}

import { lineWidth, textWidth } from './measure.js';
import type { Span } from './span.js';

/** Narrower columns break most words. */
const LEAST_COLUMN = 6;

/**
 * Shares out `room` columns over a table's columns: each gets what its widest
 * cell wants, and where that is too much, the widest give way first. Null
 * where not even the least widths fit.
 */
export function columnWidths(
  rows: readonly (readonly (readonly Span[])[])[],
  room: number,
): number[] | null {
  const columns = rows[0]?.length ?? 0;
  const wanted = Array.from({ length: columns }, (_, at) =>
    Math.max(1, ...rows.map((row) => lineWidth(row[at] ?? []))),
  );
  const least = Array.from({ length: columns }, (_, at) =>
    Math.min(
      wanted[at] ?? 1,
      Math.max(LEAST_COLUMN, ...rows.map((row) => Math.min(16, longestWord(row[at] ?? [])))),
    ),
  );
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  if (columns === 0 || sum(least) > room) return null;
  const widths = [...wanted];
  for (let over = sum(widths) - room; over > 0; over--) {
    const at = widestShrinkable(widths, least);
    widths[at] = (widths[at] ?? 1) - 1;
  }
  return widths;
}

function widestShrinkable(widths: readonly number[], least: readonly number[]): number {
  let found = -1;
  widths.forEach((width, at) => {
    if (width > (least[at] ?? 1) && (found < 0 || width > (widths[found] ?? 0))) found = at;
  });
  return found;
}

function longestWord(spans: readonly Span[]): number {
  const words = spans
    .map(({ text }) => text)
    .join('')
    .split(/\s+/);
  return words.reduce((longest, word) => Math.max(longest, textWidth(word)), 0);
}

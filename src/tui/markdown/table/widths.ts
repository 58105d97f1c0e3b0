import { sumOf } from '../../../schedule/arithmetic.js';
import { lineWidth, textWidth } from '../text/measure.js';
import type { Span } from '../text/span.js';

type Row = readonly (readonly Span[])[];

/** A longer word may be broken for the sake of the other columns. */
const MAX_WHOLE_WORD = 16;
/** Narrower columns break most words. */
const MIN_COLUMN_WIDTH = 8;

/**
 * Shares out `room` columns of the terminal over a table's columns: each gets
 * what its widest cell wants, and where that is too much, the widest give way
 * first. Words are broken only where they must be. Null where not even so
 * there is room.
 */
export function columnWidths(rows: readonly Row[], room: number): number[] | null {
  const columns = rows[0]?.length ?? 0;
  const wanted = widestOf(rows, columns, lineWidth);
  const words = widestOf(rows, columns, longestWord).map((word, at) =>
    Math.min(wanted[at] ?? 1, Math.max(MIN_COLUMN_WIDTH, Math.min(MAX_WHOLE_WORD, word))),
  );
  const least = wanted.map((width) => Math.min(width, MIN_COLUMN_WIDTH));
  if (columns === 0 || sumOf(least) > room) return null;
  const limited = wanted.map((width) => Math.min(width, room));
  return shrunk(limited, sumOf(words) <= room ? words : least, room);
}

/** Takes columns from the widest until all fit; none becomes narrower than its least. */
function shrunk(wanted: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...wanted];
  for (let over = sumOf(widths) - room; over > 0; over--) {
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

function widestOf(
  rows: readonly Row[],
  columns: number,
  measure: (cell: readonly Span[]) => number,
): number[] {
  return Array.from({ length: columns }, (_, at) =>
    rows.reduce((widest, row) => Math.max(widest, measure(row[at] ?? [])), 1),
  );
}

function longestWord(cell: readonly Span[]): number {
  const words = cell
    .map(({ text }) => text)
    .join('')
    .split(/\s+/);
  return words.reduce((longest, word) => Math.max(longest, textWidth(word)), 0);
}

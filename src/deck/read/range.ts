import { type Passage, passage } from '../text/passage.js';
import type { Item, Outline } from './outline.js';

/** The items `[from, to)` of an outline. */
export interface Range {
  readonly outline: Outline;
  readonly from: number;
  readonly to: number;
}

/** Returns the offsets of a range: from its first item to where the next item begins. */
export function extentOf(range: Range): { start: number; end: number } {
  const { items, source } = range.outline;
  const end = items[range.to]?.start ?? source.text.length;
  return { start: range.from < range.to ? (items[range.from]?.start ?? end) : end, end };
}

/** Returns the index of the last item of a range that begins at or before an offset. */
export function itemIndexAt(range: Range, offset: number): number {
  let low = range.from;
  let high = range.to - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((range.outline.items[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns whether an item holds no text: a comment or a rule, as people put between cards. */
export function isSeparator(item: Item | undefined): boolean {
  return item?.kind === 'comment' || item?.kind === 'rule';
}

/** Cuts the text `[from, to)` out of a range without the separators at its ends. */
export function between(range: Range, from: number, to: number): Passage {
  const { source } = range.outline;
  const start = skipForward(range, from, to);
  return passage(source, start, skipBack(range, start, to));
}

function skipForward(range: Range, from: number, to: number): number {
  const { items, source } = range.outline;
  let start = from;
  let index = itemIndexAt(range, from);
  if ((items[index]?.start ?? 0) < from) index++;
  for (; index < range.to; index++) {
    const item = items[index];
    if (item === undefined || !isSeparator(item) || item.end > to) break;
    if (source.text.slice(start, item.start).trim() !== '') break;
    start = item.end;
  }
  return start;
}

function skipBack(range: Range, start: number, to: number): number {
  let end = Math.max(start, to);
  for (let index = itemIndexAt(range, to - 1); index >= range.from; index--) {
    const item = range.outline.items[index];
    if (item === undefined || !isSeparator(item) || item.start < start || item.end > to) break;
    end = item.start;
  }
  return end;
}

/** Reads what a comment says of a card; null where it says nothing of the kind. */
type ReadNote<T> = (comment: string) => T | null;

/** Returns what the separators right behind or right before an offset say. */
export function noteNear<T>(range: Range, offset: number, read: ReadNote<T>): T | null {
  return noteAlong(range, itemIndexAt(range, offset), 1, read) ?? noteBefore(range, offset, read);
}

/** Returns what the separators right before an offset say. */
export function noteBefore<T>(range: Range, offset: number, read: ReadNote<T>): T | null {
  return noteAlong(range, itemIndexAt(range, offset - 1), -1, read);
}

function noteAlong<T>(range: Range, from: number, step: 1 | -1, read: ReadNote<T>): T | null {
  const { items, source } = range.outline;
  for (let index = from; index >= range.from && index < range.to; index += step) {
    const item = items[index];
    if (item === undefined || !isSeparator(item)) return null;
    const note = item.kind === 'comment' ? read(source.text.slice(item.start, item.end)) : null;
    if (note !== null) return note;
  }
  return null;
}

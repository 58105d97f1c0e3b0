import { type Position, positionAt, type Source } from './source.js';

/** A slice of Markdown that knows where it stands; after joining, its ends may be of two sources. */
export interface Passage {
  readonly text: string;
  readonly head: Source;
  readonly from: number;
  readonly tail: Source;
  readonly to: number;
}

/** Returns the place in the file of a passage's first character. */
export function startOf(passage: Passage): Position {
  return positionAt(passage.head, passage.from);
}

/** Returns the place in the file just behind a passage's last character. */
export function endOf(passage: Passage): Position {
  return positionAt(passage.tail, passage.to);
}

const isBlank = (code: number) => code === 32 || code === 10 || code === 9;

/**
 * Cuts `[from, to)` out of a source without its outer blank lines. The first
 * line keeps its indentation only when it is whole, for there it is Markdown.
 */
export function passage(source: Source, from: number, to: number): Passage {
  const { text } = source;
  let first = from;
  while (first < to && isBlank(text.charCodeAt(first))) first++;
  let last = to;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  const lineBegin = text.lastIndexOf('\n', first - 1) + 1;
  const start = lineBegin >= from && first < last ? lineBegin : first;
  return { text: text.slice(start, last), head: source, from: first, tail: source, to: last };
}

/** Puts texts together as paragraphs; an empty one adds nothing. */
export const joinTexts = (texts: readonly string[]): string =>
  texts.filter((text) => text !== '').join('\n\n');

/** Puts two passages together as paragraphs; an empty one adds nothing. */
export function joinPassages(first: Passage, second: Passage): Passage {
  if (first.text === '') return second;
  if (second.text === '') return first;
  return { ...second, text: `${first.text}\n\n${second.text}`, head: first.head, from: first.from };
}

/** Takes off the indentation that all lines but blank ones share. */
export function dedent(text: string): string {
  let start = 0;
  while (isBlank(text.charCodeAt(start))) start++;
  // What the first line has not, no other shares with it.
  if (start === text.length || start === 0 || text.charAt(start - 1) === '\n') return text;
  const lines = text.split('\n');
  let shared = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const indent = line.search(/[^ \t]/);
    if (indent >= 0) shared = Math.min(shared, indent);
  }
  if (shared === 0) return text;
  return lines.map((line) => line.slice(Math.min(shared, line.length))).join('\n');
}

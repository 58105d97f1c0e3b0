import { type Position, positionAt, type Source } from './source.js';

/** A slice of Markdown with the places of its first character and of the end of its last line. */
export interface Passage {
  readonly text: string;
  readonly start: Position;
  /** Just behind the last character. */
  readonly end: Position;
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
  return {
    text: text.slice(start, last),
    start: positionAt(source, first),
    end: positionAt(source, last),
  };
}

/** Puts passages together as paragraphs, leaving empty ones out; null when all are empty. */
export function joinPassages(parts: readonly Passage[]): Passage | null {
  const filled = parts.filter((part) => part.text !== '');
  const first = filled[0];
  const last = filled.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first === last) return first;
  return {
    text: filled.map((part) => part.text).join('\n\n'),
    start: first.start,
    end: last.end,
  };
}

/** Takes off the indentation that all lines but blank ones share. */
export function dedent(text: string): string {
  const lines = text.split('\n');
  let shared = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const indent = line.search(/[^ \t]/);
    if (indent >= 0) shared = Math.min(shared, indent);
  }
  if (shared === 0 || shared === Number.POSITIVE_INFINITY) return text;
  return lines.map((line) => line.slice(Math.min(shared, line.length))).join('\n');
}

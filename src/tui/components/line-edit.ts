import { typedText } from '../terminal/strokes.js';

/** A line being written. */
export interface Line {
  readonly text: string;
  /** Where the next character goes: an offset in UTF-16 units, between two graphemes. */
  readonly cursor: number;
}

const segmenter = new Intl.Segmenter();

/** A line with the cursor at its end. */
export function lineOf(text: string): Line {
  return { text, cursor: text.length };
}

/** Returns the line after a stroke; the same object for one that does nothing here. */
export function editLine(line: Line, stroke: string): Line {
  const { text, cursor } = line;
  switch (stroke) {
    case 'left':
    case 'ctrl-b':
      return { text, cursor: before(text, cursor) };
    case 'right':
    case 'ctrl-f':
      return { text, cursor: after(text, cursor) };
    case 'home':
    case 'ctrl-a':
      return { text, cursor: 0 };
    case 'end':
    case 'ctrl-e':
      return { text, cursor: text.length };
    case 'backspace':
    case 'ctrl-h':
      return without(line, before(text, cursor), cursor);
    case 'ctrl-d':
      return without(line, cursor, after(text, cursor));
    case 'ctrl-w':
      return without(line, text.slice(0, cursor).replace(/\S*\s*$/, '').length, cursor);
    case 'ctrl-u':
      return without(line, 0, cursor);
    case 'ctrl-k':
      return without(line, cursor, text.length);
  }
  const typed = typedText(stroke);
  return typed === null ? line : insertText(line, typed);
}

/** Returns the line with a text at its cursor, as typed or pasted: on one line, nothing that steers a terminal. */
export function insertText({ text, cursor }: Line, typed: string): Line {
  const clean = typed.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, '');
  return between(text.slice(0, cursor) + clean + text.slice(cursor), cursor + clean.length);
}

function without({ text }: Line, from: number, to: number): Line {
  return between(text.slice(0, from) + text.slice(to), from);
}

/** What meets at the cursor may join to one grapheme: it stands behind that then. */
function between(text: string, cursor: number): Line {
  const within = segmenter.segment(text).containing(cursor);
  const isWithin = within !== undefined && within.index < cursor;
  return { text, cursor: isWithin ? within.index + within.segment.length : cursor };
}

function before(text: string, cursor: number): number {
  return Array.from(segmenter.segment(text.slice(0, cursor))).at(-1)?.index ?? 0;
}

function after(text: string, cursor: number): number {
  const [next] = segmenter.segment(text.slice(cursor));
  return cursor + (next?.segment.length ?? 0);
}

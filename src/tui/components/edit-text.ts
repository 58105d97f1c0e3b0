import { graphemeSegmenter } from '../../model/text/graphemes.js';
import { typedText } from '../terminal/strokes.js';

/** A text being written: a query, a name, a typed answer. */
export interface EditedText {
  readonly text: string;
  /** Where the next character goes: an offset in UTF-16 units, between two graphemes. */
  readonly cursor: number;
}

/** A text with the cursor at its end. */
export function editedText(text: string): EditedText {
  return { text, cursor: text.length };
}

/** Returns the text after a stroke; the same object for one that does nothing here. */
export function editText(edited: EditedText, stroke: string): EditedText {
  const to = cursorAfter(edited, stroke);
  if (to !== null) return withCursor(edited, to);
  const cut = cutBy(edited, stroke);
  if (cut !== null) return without(edited, ...cut);
  const typed = typedText(stroke);
  return typed === null ? edited : insertText(edited, typed);
}

/** Where a stroke moves the cursor; null for one that moves nothing. */
function cursorAfter(edited: EditedText, stroke: string): number | null {
  switch (stroke) {
    case 'left':
    case 'ctrl-b':
      return before(edited);
    case 'right':
    case 'ctrl-f':
      return after(edited);
    case 'home':
    case 'ctrl-a':
      return startOfLine(edited);
    case 'end':
    case 'ctrl-e':
      return endOfLine(edited);
    case 'ctrl-left':
    case 'alt-left':
    case 'alt-b':
      return wordStart(edited);
    case 'ctrl-right':
    case 'alt-right':
    case 'alt-f':
      return wordEnd(edited);
    default:
      return null;
  }
}

/** From where to where a stroke deletes; null for one that deletes nothing. */
function cutBy(edited: EditedText, stroke: string): [number, number] | null {
  const { cursor } = edited;
  switch (stroke) {
    case 'backspace':
    case 'ctrl-h':
      return [before(edited), cursor];
    case 'ctrl-d':
      return [cursor, after(edited)];
    case 'ctrl-w':
      return [wordStart(edited), cursor];
    case 'ctrl-u':
      return [startOfLine(edited), cursor];
    case 'ctrl-k':
      return [cursor, endOfLine(edited)];
    default:
      return null;
  }
}

/** Returns the text with another, which holds nothing that steers a terminal, at its cursor. */
export function insertText({ text, cursor }: EditedText, added: string): EditedText {
  const to = cursor + added.length;
  return withCursor({ text: text.slice(0, cursor) + added + text.slice(cursor) }, to);
}

/** The same with a paste into what has one line: line breaks become blanks, and what steers a terminal goes. */
export function pasteOnLine(edited: EditedText, pasted: string): EditedText {
  return insertText(edited, pasted.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, ''));
}

/** Offset at which the line of the cursor begins. */
export function startOfLine({ text, cursor }: EditedText): number {
  return cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 1) + 1;
}

/** Offset at which the line of the cursor ends. */
export function endOfLine({ text, cursor }: EditedText): number {
  const end = text.indexOf('\n', cursor);
  return end < 0 ? text.length : end;
}

/** The text with the cursor at an offset; behind the grapheme that the offset is within. */
export function withCursor({ text }: { readonly text: string }, offset: number): EditedText {
  if (isBetweenAscii(text, offset)) return { text, cursor: offset };
  const within = graphemeSegmenter().segment(text).containing(offset);
  const isWithin = within !== undefined && within.index < offset;
  return { text, cursor: isWithin ? within.index + within.segment.length : offset };
}

/** Saves most offsets a look at the text: but for CR LF, no two characters of ASCII join. */
function isBetweenAscii(text: string, offset: number): boolean {
  const isAscii = text.charCodeAt(offset - 1) < 0x80 && text.charCodeAt(offset) < 0x80;
  return isAscii && text[offset] !== '\n';
}

function without({ text }: EditedText, from: number, to: number): EditedText {
  return withCursor({ text: text.slice(0, from) + text.slice(to) }, from);
}

function before({ text, cursor }: EditedText): number {
  return (
    graphemeSegmenter()
      .segment(text)
      .containing(cursor - 1)?.index ?? 0
  );
}

function after({ text, cursor }: EditedText): number {
  const next = graphemeSegmenter().segment(text).containing(cursor);
  return next === undefined ? cursor : next.index + next.segment.length;
}

function wordStart({ text, cursor }: EditedText): number {
  return text.slice(0, cursor).replace(/\S*\s*$/, '').length;
}

function wordEnd({ text, cursor }: EditedText): number {
  return cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0);
}

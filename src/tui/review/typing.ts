import type { Key } from 'ink';
import {
  type EditedText,
  editedText,
  editText,
  endOfLine,
  insertText,
  startOfLine,
  withCursor,
} from '../components/edit-text.js';
import { strokesOf } from '../terminal/strokes.js';

type TypingOutcome =
  | { readonly kind: 'typed'; readonly typing: EditedText }
  | { readonly kind: 'submitted'; readonly text: string }
  /** Stopped; the text is kept. */
  | { readonly kind: 'stopped' };

/**
 * Returns what a key makes of the answer being typed. `last` is what the person
 * typed for this card the last time: ↑ above the first line brings it back.
 */
export function typeKey(
  typing: EditedText,
  input: string,
  key: Key,
  last: string | null,
): TypingOutcome {
  if (key.escape || (key.ctrl && input === 'c')) return { kind: 'stopped' };
  const strokes = strokesOf(input, key);
  // Keys struck fast arrive together: an Enter that is not the last of them came with a paste.
  const isSubmitted = key.return ? strokes[0] === 'enter' : /\r\n?$/.test(input);
  const typed = (isSubmitted ? strokes.slice(0, -1) : strokes).reduce(
    (now, stroke) => typeStroke(now, stroke, last),
    typing,
  );
  return isSubmitted ? { kind: 'submitted', text: typed.text } : { kind: 'typed', typing: typed };
}

function typeStroke(typing: EditedText, stroke: string, last: string | null): EditedText {
  switch (stroke) {
    case 'up':
      return up(typing, last);
    case 'down':
      return down(typing);
    case 'enter':
    case 'alt-enter':
    case 'ctrl-j':
      return insertText(typing, '\n');
    case 'tab':
      return insertText(typing, ' ');
    case 'ctrl-u':
      return editedText('');
    default:
      return editText(typing, stroke);
  }
}

/** A line up in the same column; above the first line the whole of what was typed the last time. */
function up(typing: EditedText, last: string | null): EditedText {
  const { text, cursor } = typing;
  const start = startOfLine(typing);
  if (start > 0) {
    const above = startOfLine({ text, cursor: start - 1 });
    return withCursor(typing, Math.min(above + cursor - start, start - 1));
  }
  return text.trim() === '' && last !== null ? editedText(last) : { text, cursor: 0 };
}

function down(typing: EditedText): EditedText {
  const { text, cursor } = typing;
  const end = endOfLine(typing);
  if (end === text.length) return { text, cursor: end };
  const column = end + 1 + cursor - startOfLine(typing);
  return withCursor(typing, Math.min(column, endOfLine({ text, cursor: end + 1 })));
}

/** Adds a paste to an answer being typed: its lines stay, and none of them ends the typing. */
export function withPaste(typing: EditedText, pasted: string): EditedText {
  const lines = pasted.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ');
  return insertText(typing, lines.replace(/\n+$/, '').replaceAll(/[^\P{Cc}\n]/gu, ''));
}

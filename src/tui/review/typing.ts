import type { Key } from 'ink';

/** An answer being typed. */
export interface Typing {
  readonly text: string;
  /** Where the cursor stands: offset of the character that it is before. */
  readonly at: number;
}

type TypingOutcome =
  | { readonly kind: 'typed'; readonly typing: Typing }
  | { readonly kind: 'submitted'; readonly text: string }
  /** Stopped; the text is kept. */
  | { readonly kind: 'stopped' };

const segmenter = new Intl.Segmenter();

/** Begins with a text, the cursor at its end. */
export function typingOf(text: string): Typing {
  return { text, at: text.length };
}

/**
 * Returns what a key makes of the answer being typed. `last` is what the person
 * typed for this card the last time: ↑ above the first line brings it back.
 */
export function typeKey(
  typing: Typing,
  input: string,
  key: Key,
  last: string | null,
): TypingOutcome {
  if (key.escape || (key.ctrl && input === 'c')) return { kind: 'stopped' };
  if (key.return && !key.meta && !key.shift) return { kind: 'submitted', text: typing.text };
  const moved = movedBy(typing, input, key, last);
  if (moved !== null) return { kind: 'typed', typing: moved };
  if (key.ctrl || (key.meta && !key.return)) return { kind: 'typed', typing };
  return key.return ? { kind: 'typed', typing: put(typing, '\n') } : typedOrPasted(typing, input);
}

function movedBy(typing: Typing, input: string, key: Key, last: string | null): Typing | null {
  const { text, at } = typing;
  if (key.backspace || key.delete) return cut(typing, before(typing), at);
  if (key.upArrow) return up(typing, last);
  const to = cursorTo(typing, input, key);
  if (to !== null) return { text, at: to };
  return key.ctrl ? controlled(typing, input) : null;
}

/** Where a key moves the cursor; null for one that moves nothing. */
function cursorTo(typing: Typing, input: string, key: Key): number | null {
  const byWord = key.ctrl || key.meta;
  if (key.leftArrow) return byWord ? wordBefore(typing) : before(typing);
  if (key.rightArrow) return byWord ? wordBehind(typing) : behind(typing);
  if (key.downArrow) return down(typing);
  if (key.home) return lineStart(typing);
  if (key.end) return lineEnd(typing);
  if (key.meta && input === 'b') return wordBefore(typing);
  return key.meta && input === 'f' ? wordBehind(typing) : null;
}

function controlled(typing: Typing, input: string): Typing | null {
  const { text, at } = typing;
  switch (input) {
    case 'a':
      return { text, at: lineStart(typing) };
    case 'e':
      return { text, at: lineEnd(typing) };
    case 'b':
      return { text, at: before(typing) };
    case 'f':
      return { text, at: behind(typing) };
    case 'd':
      return cut(typing, at, behind(typing));
    case 'k':
      return cut(typing, at, lineEnd(typing));
    case 'u':
      return typingOf('');
    case 'w':
      return cut(typing, wordBefore(typing), at);
    case 'j':
      return put(typing, '\n');
    default:
      return null;
  }
}

const lineStart = ({ text, at }: Typing) => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd({ text, at }: Typing): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** A line up in the same column; above the first line the whole of what was typed the last time. */
function up(typing: Typing, last: string | null): Typing {
  const { text, at } = typing;
  const start = lineStart(typing);
  if (start > 0) {
    const above = lineStart({ text, at: start - 1 });
    return { text, at: Math.min(above + at - start, start - 1) };
  }
  if (text.trim() === '' && last !== null) return typingOf(last);
  return { text, at: 0 };
}

function down(typing: Typing): number {
  const { text, at } = typing;
  const end = lineEnd(typing);
  if (end === text.length) return end;
  return Math.min(end + 1 + at - lineStart(typing), lineEnd({ text, at: end + 1 }));
}

/** The character before the cursor may be of several code points. */
function before({ text, at }: Typing): number {
  const from = Math.max(0, at - 100);
  const segments = [...segmenter.segment(text.slice(from, at))];
  return from + (segments.at(-1)?.index ?? 0);
}

function behind({ text, at }: Typing): number {
  const [next] = segmenter.segment(text.slice(at, at + 100));
  return at + (next?.segment.length ?? 0);
}

const wordBefore = ({ text, at }: Typing) => text.slice(0, at).replace(/\S*\s*$/, '').length;

const wordBehind = ({ text, at }: Typing) => at + (/^\s*\S*/.exec(text.slice(at))?.[0].length ?? 0);

function cut({ text }: Typing, from: number, to: number): Typing {
  return { text: text.slice(0, from) + text.slice(to), at: from };
}

function put({ text, at }: Typing, given: string): Typing {
  return { text: text.slice(0, at) + given + text.slice(at), at: at + given.length };
}

// Keys struck fast arrive together, an Enter or a Backspace among them.
function typedOrPasted(typing: Typing, input: string): TypingOutcome {
  const end = /\r\n?$/.test(input);
  let now = typing;
  for (const { segment } of segmenter.segment(input.replace(/\r\n?$/, ''))) {
    now = /^[\u007f\b]$/.test(segment)
      ? cut(now, before(now), now.at)
      : put(now, segment.replace(/^\r\n?$/, '\n').replace(/^\t$/, ' '));
  }
  return end ? { kind: 'submitted', text: now.text } : { kind: 'typed', typing: now };
}

/** Adds a paste to an answer being typed: its lines stay, and none of them ends the typing. */
export function withPaste(typing: Typing, pasted: string): Typing {
  const lines = pasted.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ');
  return put(typing, lines.replace(/\n+$/, '').replaceAll(/[^\P{Cc}\n]/gu, ''));
}

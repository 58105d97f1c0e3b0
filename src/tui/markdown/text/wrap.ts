import { LineBuilder } from './line-builder.js';
import { textWidth } from './measure.js';
import type { Span } from './span.js';
import { hasUnspaced, unspacedWords } from './unspaced-words.js';

interface Word {
  /** Pieces that stay on one line if they fit one at all. */
  readonly pieces: Span[];
  /** The blank before it, unless it begins a line. */
  readonly before: Span | null;
}

const TOKENS = /\n|[^\S\n\u00a0\u202f]+|[\S\u00a0\u202f]+/g;

/**
 * Breaks a paragraph's spans into lines of at most `width` columns, between
 * words where possible. A `\n` in a span is a hard break.
 */
export function wrapSpans(spans: readonly Span[], width: number): Span[][] {
  const lines = new LineBuilder(width);
  for (const word of wordsOf(spans)) {
    if (word === 'break') lines.breakLine();
    else addWord(lines, word);
  }
  return lines.lines;
}

function addWord(lines: LineBuilder, { pieces, before }: Word): void {
  const width = pieces.reduce((sum, { text }) => sum + textWidth(text), 0);
  const gap = before === null ? 0 : 1;
  if (!lines.isEmpty && gap + width > lines.room) lines.breakLine();
  else if (!lines.isEmpty && before !== null) lines.add(before);
  for (const piece of pieces) lines.add(piece);
}

/** Returns words in order; pieces of several spans without a blank between are one word. */
function wordsOf(spans: readonly Span[]): (Word | 'break')[] {
  const words: (Word | 'break')[] = [];
  let word: Word = { pieces: [], before: null };
  const next = (before: Span | null) => {
    if (word.pieces.length > 0) words.push(word);
    word = { pieces: [], before };
  };
  for (const { text, style } of spans) {
    for (const token of tokensOf(text)) {
      if (token === '\n') {
        next(null);
        words.push('break');
      } else if (token.trim() === '' && !/[\u00a0\u202f]/.test(token)) {
        next({ text: ' ', style });
      } else {
        word.pieces.push({ text: token, style });
        if (hasUnspaced(token)) next(null);
      }
    }
  }
  next(null);
  return words;
}

function tokensOf(text: string): string[] {
  const tokens = text.match(TOKENS) ?? [];
  if (!hasUnspaced(text)) return tokens;
  return tokens.flatMap((token) => (hasUnspaced(token) ? unspacedWords(token) : [token]));
}

import { LineBuilder } from './line-builder.js';
import { textWidth } from './measure.js';
import type { Span } from './span.js';

interface Word {
  /** Pieces that stay on one line if they fit one at all. */
  readonly pieces: Span[];
  /** The blank before it, unless it begins a line. */
  readonly before: Span | null;
}

// Thai, Chinese and Japanese are written without blanks between words.
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const TOKENS = /\n|[^\S\n\u00a0]+|(?:[^\s]|\u00a0)+/g;
const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });

/**
 * Breaks a paragraph's spans into lines of at most `width` columns, between
 * words where possible. A span of just `\n` is a hard break.
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

/** Gives words in order; pieces of several spans without a blank between are one word. */
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
      } else if (token.trim() === '') {
        next({ text: ' ', style });
      } else {
        word.pieces.push({ text: token, style });
        if (UNSPACED.test(token)) next(null);
      }
    }
  }
  next(null);
  return words;
}

function tokensOf(text: string): string[] {
  const tokens = text.match(TOKENS) ?? [];
  if (!UNSPACED.test(text)) return tokens;
  return tokens.flatMap((token) =>
    UNSPACED.test(token) ? [...thaiWords.segment(token)].map(({ segment }) => segment) : [token],
  );
}

import { mathsToUnicode } from './maths.js';
import type { RenderOptions } from './options.js';
import { prefixLines } from './prefix.js';
import { indented } from './room.js';
import { type Span, span } from './span.js';
import { wrapSpans } from './wrap.js';

const INDENT = span('  ');
const MATHS = { color: 'cyan' } as const;

/** Draws a formula that stands alone, a line for each of its rows. */
export function mathsBlockLines(latex: string, options: RenderOptions): Span[][] {
  const inner = indented(options, INDENT.text.length);
  const { width } = inner ?? options;
  const lines = rowsOf(latex).flatMap((row) => wrapSpans([span(row, MATHS)], width));
  return inner === null ? lines : prefixLines(lines, INDENT, INDENT);
}

function rowsOf(latex: string): string[] {
  const text = mathsToUnicode(latex);
  // What comes back as it was is source text, and keeps its lines.
  if (text === latex.trim()) return text.split('\n');
  return latex.split('\\\\').map(mathsToUnicode);
}

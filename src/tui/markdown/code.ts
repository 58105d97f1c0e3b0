import { highlight } from './highlight.js';
import { LineBuilder } from './line-builder.js';
import type { RenderOptions } from './options.js';
import { type Span, span } from './span.js';

const GUTTER = span('│ ', { color: 'grey' });
/** Stands where a line goes on that was too long for the screen. */
const CONTINUED = span('↪ ', { color: 'grey' });
const TAB = /\t/g;

/** Draws code behind a gutter, in the colours of its language; `info` is what the fence says. */
export function codeLines(code: string, info: string, options: RenderOptions): Span[][] {
  const text = code.replace(/\n$/, '').replaceAll(TAB, '    ');
  const language = info.trim().split(/\s+/)[0] ?? '';
  const width = Math.max(10, options.width - 2);
  return highlight(text, language).flatMap((line) => foldLine(line, width));
}

function foldLine(line: readonly Span[], width: number): Span[][] {
  const folded = new LineBuilder(width);
  for (const piece of line) folded.add(piece);
  return folded.lines.map((part, at) => [at === 0 ? GUTTER : CONTINUED, ...part]);
}

import { highlight } from './highlight.js';
import type { RenderOptions } from './options.js';
import { LineBuilder } from './text/line-builder.js';
import { textWidth } from './text/measure.js';
import { type Span, span } from './text/span.js';

const GUTTER = span('│ ', { color: 'grey' });
/** Stands where a line goes on that was too long for the screen. */
const CONTINUED = span('↪ ', { color: 'grey' });
const LINEAR_GUTTER = { first: span('  '), next: span('  ') };
const TAB_WIDTH = 4;
const BLANKS_OR_WORD = /\s+|\S+/g;

/** Draws code behind a gutter, in the colours of its language; `info` is what the fence says. */
export function codeLines(code: string, info: string, options: RenderOptions): Span[][] {
  const text = code.replace(/\n$/, '').split('\n').map(withoutTabs).join('\n');
  const language = info.trim().split(/[\s,{]/)[0] ?? '';
  const width = options.width - GUTTER.text.length;
  const gutter = options.linear ? LINEAR_GUTTER : { first: GUTTER, next: CONTINUED };
  return highlight(text, language).flatMap((line) => foldLine(line, width, gutter));
}

function withoutTabs(line: string): string {
  if (!line.includes('\t')) return line;
  const [first = '', ...rest] = line.split('\t');
  let out = first;
  let width = textWidth(first);
  for (const part of rest) {
    const gap = TAB_WIDTH - (width % TAB_WIDTH);
    out += ' '.repeat(gap) + part;
    width += gap + textWidth(part);
  }
  return out;
}

function foldLine(
  line: readonly Span[],
  width: number,
  gutter: { readonly first: Span; readonly next: Span },
): Span[][] {
  const folded = new LineBuilder(width);
  for (const { text, style } of line) {
    for (const part of text.match(BLANKS_OR_WORD) ?? []) {
      // A word that is not too long goes to the next line whole.
      const wide = textWidth(part);
      if (wide > folded.room && wide * 3 <= width && part.trim() !== '') folded.breakLine();
      folded.add({ text: part, style });
    }
  }
  return folded.lines.map((part, at) => [at === 0 ? gutter.first : gutter.next, ...part]);
}

import type { RenderOptions } from './options.js';
import { type Span, type SpanStyle, span, withStyle } from './text/span.js';
import { wrapSpans } from './text/wrap.js';

/** Draws a heading; `tag` is `h1` to `h6`. Its level shows without colours too. */
export function headingLines(
  tag: string,
  spans: readonly Span[],
  options: RenderOptions,
): Span[][] {
  const level = Number(tag.slice(1));
  const styled = withStyle(spans, styleOf(level));
  // The first two levels are told by their colour, where there is one.
  const marked = options.colors && level <= 2 ? styled : [markOf(level), ...styled];
  return wrapSpans(marked, options.width);
}

function styleOf(level: number): SpanStyle {
  if (level > 2) return { bold: true };
  return { bold: true, color: 'cyan', underline: level === 1 };
}

function markOf(level: number): Span {
  return span(`${'#'.repeat(level)} `, { color: 'grey' });
}

import type { RenderOptions } from './options.js';
import { type Span, span, withStyle } from './span.js';
import { wrapSpans } from './wrap.js';

/** Draws a heading; `tag` is `h1` to `h6`. Its level shows without colours too. */
export function headingLines(
  tag: string,
  spans: readonly Span[],
  options: RenderOptions,
): Span[][] {
  const level = Number(tag.slice(1));
  const marked = options.colors ? spans : [span(`${'#'.repeat(level)} `), ...spans];
  const style =
    level <= 2 ? { bold: true, underline: level === 1, color: 'cyan' as const } : { bold: true };
  return wrapSpans(withStyle(marked, style), options.width);
}

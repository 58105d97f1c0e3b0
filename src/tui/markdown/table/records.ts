import type { RenderOptions } from '../options.js';
import { type Span, span, withStyle } from '../text/span.js';
import { wrapSpans } from '../text/wrap.js';
import type { Cell } from './cells.js';

/** Draws a table that has no room for its columns: a line for each cell, headed by its column. */
export function recordLines(
  head: readonly Cell[],
  body: readonly (readonly Cell[])[],
  options: RenderOptions,
): Span[][] {
  const titles = head.map(({ spans }) => withStyle(spans, { bold: true }));
  if (body.length === 0) return titles.flatMap((title) => wrapSpans(title, options.width));
  return body.flatMap((row, at) => [
    ...(at === 0 ? [] : [[]]),
    ...row.flatMap(({ spans }, column) => {
      const title = titles[column] ?? [];
      const headed = title.length === 0 ? spans : [...title, span(': '), ...spans];
      return headed.length === 0 ? [] : wrapSpans(headed, options.width);
    }),
  ]);
}

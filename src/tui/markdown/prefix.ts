import type { Span } from './text/span.js';

/** Puts one span before the first line and another before all the others. */
export function prefixLines(lines: readonly Span[][], first: Span, others: Span): Span[][] {
  return lines.map((line, at) => [at === 0 ? first : others, ...line]);
}

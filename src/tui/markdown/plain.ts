import { prefixLines } from './prefix.js';
import { type Span, span } from './text/span.js';
import { wrapSpans } from './text/wrap.js';

const MAX_INDENT = 8;

/** Wraps text that is not Markdown; its lines and their indent stay. */
export function plainLines(text: string, width: number): Span[][] {
  return text.split('\n').flatMap((line) => {
    const rest = line.trimStart();
    const indent = span(' '.repeat(Math.min(MAX_INDENT, line.length - rest.length)));
    const lines = wrapSpans([span(rest)], width - indent.text.length);
    return indent.text === '' ? lines : prefixLines(lines, indent, indent);
  });
}

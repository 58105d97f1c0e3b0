import type { RenderOptions } from './options.js';
import type { Token } from './parse.js';
import { prefixLines } from './prefix.js';
import { type Span, span } from './span.js';

type RenderBlocks = (tokens: readonly Token[], options: RenderOptions) => Span[][];

const CALLOUT = /^\[!(\w+)\][-+]? ?/;
const LEAST_WIDTH = 20;

/** Draws a quote behind a bar, a call-out with its title in bold. */
export function quoteLines(
  inside: readonly Token[],
  options: RenderOptions,
  renderBlocks: RenderBlocks,
): Span[][] {
  const width = Math.max(LEAST_WIDTH, options.width - 2);
  const title = takeTitle(inside);
  const lines = renderBlocks(inside, { ...options, width });
  const all =
    title === null
      ? lines
      : [[span(title, { bold: true })], ...lines.filter((_, at) => at > 0 || lines[0]?.length)];
  const bar = span('▌ ', { color: title === null ? 'grey' : 'magenta' });
  return prefixLines(all, bar, bar);
}

/** Takes the `[!tip] Title` line off a call-out and gives its title. */
function takeTitle(inside: readonly Token[]): string | null {
  const children = inside[1]?.type === 'inline' ? inside[1].children : null;
  const text = children?.[0];
  const mark = text?.type === 'text' ? CALLOUT.exec(text.content) : null;
  if (!children || !text || mark === null) return null;
  const end = children.findIndex(({ type }) => type === 'softbreak' || type === 'hardbreak');
  const line = children.splice(0, end < 0 ? children.length : end + 1);
  const title = line
    .map(({ content }) => content)
    .join('')
    .slice(mark[0].length)
    .trim();
  const kind = mark[1] ?? '';
  return title === '' ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}` : title;
}

import type { Token } from '../../markdown/parse.js';
import { boldSpans, inlineSpans } from './inline.js';
import type { RenderOptions } from './options.js';
import { prefixLines } from './prefix.js';
import { indented } from './room.js';
import { type Span, type SpanColor, span } from './text/span.js';
import { wrapSpans } from './text/wrap.js';

type RenderBlocks = (tokens: readonly Token[], options: RenderOptions) => Span[][];

const CALLOUT = /^\[!([\w-]+)\][-+]?\s*/;
const BAR = '▌ ';
const LINEAR_BAR = '> ';
const COLORS: ReadonlyMap<string, SpanColor> = new Map([
  ['tip', 'green'],
  ['success', 'green'],
  ['example', 'magenta'],
  ['question', 'magenta'],
  ['warning', 'yellow'],
  ['caution', 'yellow'],
  ['danger', 'red'],
  ['bug', 'red'],
]);

interface Callout {
  readonly kind: string;
  readonly title: readonly Span[];
}

/** Draws a quote behind a bar, a call-out with its title in bold. */
export function quoteLines(
  inside: readonly Token[],
  options: RenderOptions,
  renderBlocks: RenderBlocks,
): Span[][] {
  const inner = indented(options, BAR.length);
  const lines = contentLines(inside, inner ?? options, renderBlocks);
  if (inner === null) return lines.content;
  const bar = span(options.linear ? LINEAR_BAR : BAR, { color: lines.color });
  return prefixLines(lines.content, bar, bar);
}

function contentLines(
  inside: readonly Token[],
  options: RenderOptions,
  renderBlocks: RenderBlocks,
): { content: Span[][]; color: SpanColor } {
  const callout = takeCallout(inside, options);
  if (callout === null) return { content: renderBlocks(inside, options), color: 'grey' };
  const titleOnly = inside[1]?.children?.length === 0;
  const title = wrapSpans(boldSpans(callout.title, options), options.width);
  const rest = renderBlocks(titleOnly ? inside.slice(3) : inside, options);
  return { content: [...title, ...rest], color: COLORS.get(callout.kind) ?? 'cyan' };
}

/** Takes the `[!tip] Title` line off a call-out. */
function takeCallout(inside: readonly Token[], options: RenderOptions): Callout | null {
  const children = inside[1]?.type === 'inline' ? inside[1].children : null;
  const text = children?.[0];
  const mark = text?.type === 'text' ? CALLOUT.exec(text.content) : null;
  if (!children || !text || mark === null) return null;
  text.content = text.content.slice(mark[0].length);
  const end = children.findIndex(({ type }) => type === 'softbreak' || type === 'hardbreak');
  const line = children.splice(0, end < 0 ? children.length : end);
  // The break after the title.
  children.splice(0, 1);
  const kind = (mark[1] ?? '').toLowerCase();
  const title = inlineSpans(line, options).filter(({ text }) => text !== '');
  return { kind, title: title.length > 0 ? title : [span(capitalised(kind))] };
}

function capitalised(kind: string): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

import type { CodeNode } from '../../markdown/languages.js';
import { once } from '../../model/once.js';
import { PLAIN, type Span, type SpanColor, type SpanStyle, span } from './text/span.js';

type Lowlight = typeof import('../../markdown/languages.js');

const MAX_LINES = 400;
const MAX_LINE_LENGTH = 2000;

/** Colours of the classes that lowlight gives. */
const COLORS: Readonly<Record<string, SpanColor>> = {
  keyword: 'magenta',
  built_in: 'cyan',
  type: 'cyan',
  literal: 'yellow',
  number: 'yellow',
  string: 'green',
  regexp: 'green',
  comment: 'grey',
  title: 'blue',
  function_: 'blue',
  class_: 'cyan',
  attr: 'cyan',
  attribute: 'cyan',
  variable: 'red',
  meta: 'grey',
  symbol: 'yellow',
  name: 'red',
  tag: 'red',
  addition: 'green',
  deletion: 'red',
  section: 'blue',
};

let loaded: Lowlight | null = null;
/** What happens where code is drawn in one colour for want of the highlighter. */
let missed = () => {};

/** Loads the highlighter; until it is there, code is drawn in one colour. */
export async function prepareHighlighter(): Promise<void> {
  loaded ??= await import('../../markdown/languages.js');
}

/** Has it loaded behind the first frame that has code in it, and calls `redraw` then. */
export function prepareHighlighterWhenNeeded(redraw: () => void): void {
  const load = async () => {
    await prepareHighlighter();
    redraw();
  };
  missed = once(() => void setTimeout(load));
}

/** Returns code as lines of coloured spans. Code in an unknown language, or too long, stays plain. */
export function highlight(code: string, language: string): Span[][] {
  if (loaded === null && language !== '') missed();
  const tree = tooLong(code) ? null : (loaded?.highlightTree(code, language) ?? null);
  if (tree === null) return code.split('\n').map((line) => [span(line)]);
  const lines: Span[][] = [[]];
  walk(tree, PLAIN, lines);
  return lines;
}

function tooLong(code: string): boolean {
  const lines = code.split('\n');
  return lines.length > MAX_LINES || lines.some((line) => line.length > MAX_LINE_LENGTH);
}

function walk(node: CodeNode, style: SpanStyle, lines: Span[][]): void {
  if (node.value !== undefined) {
    node.value.split('\n').forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(span(part, style));
    });
  }
  const inner = styleOf(node.properties?.className, style);
  for (const child of node.children ?? []) walk(child, inner, lines);
}

function styleOf(classes: unknown, style: SpanStyle): SpanStyle {
  if (!Array.isArray(classes)) return style;
  const colors = classes.map((name) => COLORS[String(name).replace(/^hljs-/, '')]);
  const color = colors.find((found) => found !== undefined);
  return color === undefined ? style : { ...style, color };
}

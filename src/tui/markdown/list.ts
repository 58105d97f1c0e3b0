import type { Token } from '../../markdown/parse.js';
import type { RenderOptions } from './options.js';
import { prefixLines } from './prefix.js';
import { indented } from './room.js';
import { textWidth } from './text/measure.js';
import { type Span, span } from './text/span.js';

type RenderBlocks = (tokens: readonly Token[], options: RenderOptions, tight?: boolean) => Span[][];

const BULLETS = ['•', '◦', '▪'];
const TASK = /^\[([ xX])\](?: |$)/;
const MARK = { color: 'cyan' } as const;

/** Draws a list with its items hanging after their bullets or numbers. */
export function listLines(
  open: Token,
  inside: readonly Token[],
  options: RenderOptions,
  renderBlocks: RenderBlocks,
): Span[][] {
  const items = itemsOf(inside);
  const tight = items.every((item) => isTight(item));
  const lines: Span[][] = [];
  marksOf(open, items.length).forEach((mark, at) => {
    if (at > 0 && !tight) lines.push([]);
    for (const line of itemLines(items[at] ?? [], mark, options, renderBlocks)) lines.push(line);
  });
  return lines;
}

function marksOf(open: Token, count: number): string[] {
  if (open.type === 'bullet_list_open') {
    const bullet = BULLETS[Math.floor(open.level / 2) % BULLETS.length] ?? '•';
    return Array.from({ length: count }, () => bullet);
  }
  const start = Number(open.attrGet('start') ?? 1);
  // `1)` stays `1)`.
  const marks = Array.from({ length: count }, (_, at) => `${start + at}${open.markup}`);
  const widest = Math.max(0, ...marks.slice(-1).map((mark) => mark.length));
  return marks.map((mark) => mark.padStart(widest));
}

function itemLines(
  item: readonly Token[],
  mark: string,
  options: RenderOptions,
  renderBlocks: RenderBlocks,
): Span[][] {
  const shown = taskOf(item) ?? mark;
  const indent = textWidth(shown) + 1;
  const inner = indented(options, indent);
  const lines = renderBlocks(item, inner ?? options, isTight(item));
  if (inner === null) return [[span(shown, MARK)], ...lines];
  const filled = lines.length > 0 ? lines : [[]];
  return prefixLines(filled, span(`${shown} `, MARK), span(' '.repeat(indent)));
}

/** Whether the paragraphs of an item, not those of lists in it, stand without a blank line. */
function isTight(item: readonly Token[]): boolean {
  const level = item[0]?.level ?? 0;
  return item.every(
    (token) => token.type !== 'paragraph_open' || token.level > level || token.hidden,
  );
}

/** Takes the `[x]` off a task and gives the box that takes the place of the bullet. */
function taskOf([paragraph, inline]: readonly Token[]): string | null {
  const text = paragraph?.type === 'paragraph_open' ? inline?.children?.[0] : undefined;
  const box = text?.type === 'text' ? TASK.exec(text.content) : null;
  if (box === null || text === undefined) return null;
  text.content = text.content.slice(box[0].length);
  return box[1] === ' ' ? '☐' : '☑';
}

function itemsOf(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'list_item_close') depth--;
    if (depth > 0) items.at(-1)?.push(token);
    if (token.type === 'list_item_open') {
      if (depth === 0) items.push([]);
      depth++;
    }
  }
  return items;
}

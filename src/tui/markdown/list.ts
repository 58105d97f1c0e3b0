import { textWidth } from './measure.js';
import type { RenderOptions } from './options.js';
import type { Token } from './parse.js';
import { prefixLines } from './prefix.js';
import { type Span, span } from './span.js';

type RenderBlocks = (tokens: readonly Token[], options: RenderOptions, tight?: boolean) => Span[][];

const BULLETS = ['•', '◦', '▪'];
const TASK = /^\[([ xX])\] /;
/** Below this the text of a deep list would have no room. */
const LEAST_WIDTH = 20;

/** Draws a list with its items hanging after their bullets or numbers. */
export function listLines(
  open: Token,
  inside: readonly Token[],
  options: RenderOptions,
  renderBlocks: RenderBlocks,
): Span[][] {
  const items = itemsOf(inside);
  const ordered = open.type === 'ordered_list_open';
  const start = Number(open.attrGet('start') ?? 1);
  const bullet = BULLETS[Math.floor(open.level / 2) % BULLETS.length] ?? '•';
  const widest = ordered ? textWidth(`${start + items.length - 1}.`) : 1;
  const tight = items.every((item) =>
    item.every((token) => token.type !== 'paragraph_open' || token.hidden),
  );
  const lines: Span[][] = [];
  items.forEach((item, at) => {
    const mark = ordered ? `${start + at}.`.padStart(widest) : bullet;
    if (at > 0 && !tight) lines.push([]);
    for (const line of itemLines(item, mark, options, renderBlocks)) lines.push(line);
  });
  return lines;
}

function itemLines(
  item: readonly Token[],
  mark: string,
  options: RenderOptions,
  renderBlocks: RenderBlocks,
): Span[][] {
  const { tokens, shown } = taskOf(item, mark);
  const indent = textWidth(shown) + 1;
  const width = Math.max(LEAST_WIDTH, options.width - indent);
  const hidden = tokens.every((token) => token.type !== 'paragraph_open' || token.hidden);
  const lines = renderBlocks(tokens, { ...options, width }, hidden);
  const filled = lines.length > 0 ? lines : [[]];
  return prefixLines(filled, span(`${shown} `, { color: 'cyan' }), span(' '.repeat(indent)));
}

/** A task list's box takes the place of the bullet. */
function taskOf(item: readonly Token[], mark: string): { tokens: readonly Token[]; shown: string } {
  const text = item.find(({ type }) => type === 'inline')?.children?.[0];
  const box = text?.type === 'text' ? TASK.exec(text.content) : null;
  if (box === null || text === undefined) return { tokens: item, shown: mark };
  text.content = text.content.slice(box[0].length);
  return { tokens: item, shown: box[1] === ' ' ? '☐' : '☑' };
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
    // A nested item's own closing belongs to what is inside.
  }
  return items;
}

import type { Token } from 'markdown-it';
import { type TokenFactory, wrapped } from './token-factory.js';
import type { ElementNode, Node } from './tree.js';

/** Makes blocks of nodes; handed in, for blocks hold lists and lists hold blocks. */
export type MakeBlocks = (nodes: readonly Node[], make: TokenFactory, tight?: boolean) => Token[];

const MAX_START = 999_999_999;

/** Returns a list of HTML as one of Markdown; what stands in it outside of items is an item. */
export function listTokens(list: ElementNode, make: TokenFactory, blocks: MakeBlocks): Token[] {
  const items = itemsOf(list.children);
  const tight = !items.some(hasParagraphs);
  const isOrdered = list.tag.name === 'ol';
  const inside = items.flatMap((item) =>
    wrapped('list_item', 'li', blocks(item, make, tight), make),
  );
  if (inside.length === 0) return [];
  const [type, tag] = isOrdered ? ['ordered_list', 'ol'] : ['bullet_list', 'ul'];
  const tokens = wrapped(type ?? '', tag ?? '', inside, make);
  const [open] = tokens;
  if (isOrdered && open !== undefined) {
    open.markup = '.';
    const start = Number(list.tag.attributes.get('start') ?? 1);
    if (Number.isInteger(start) && start >= 0 && start <= MAX_START && start !== 1) {
      open.attrSet('start', String(start));
    }
  }
  return tokens;
}

function itemsOf(children: readonly Node[]): (readonly Node[])[] {
  const items: Node[][] = [];
  // A block of Markdown is many tokens: from where it opens to where it closes it is one item.
  let depth = 0;
  for (const child of children) {
    if (depth > 0) items.at(-1)?.push(child);
    else if ('tag' in child) items.push(child.tag.name === 'li' ? [...child.children] : [child]);
    else if (!isBlank(child.token)) items.push([child]);
    if ('token' in child) depth += child.token.nesting;
  }
  return items;
}

function isBlank({ type, content }: Token): boolean {
  return type === 'text' && content.trim() === '';
}

function hasParagraphs(item: readonly Node[]): boolean {
  return item.some((node) => 'tag' in node && node.tag.name === 'p');
}

import type { Token } from 'markdown-it';
import { isBlockElement } from './elements.js';
import { lineTokens, trimmed } from './line.js';
import { listTokens } from './lists.js';
import { tableTokens } from './tables.js';
import { inlineToken, marked, type TokenFactory, wrapped } from './token-factory.js';
import type { ElementNode, Node } from './tree.js';

/**
 * Returns nodes as blocks of Markdown. With `tight` a paragraph has no blank line around it,
 * as within the items of a list.
 */
export function blockTokens(nodes: readonly Node[], make: TokenFactory, tight = false): Token[] {
  const blocks: Token[] = [];
  let line: Node[] = [];
  /** How much is open of what Markdown writes within a line: a block in it would tear it. */
  let depth = 0;
  const add = (tokens: readonly Token[]) => {
    for (const token of tokens) blocks.push(token);
  };
  const flush = () => {
    add(paragraph(lineTokens(line, make), make, tight));
    line = [];
  };
  for (const node of nodes) {
    if (depth === 0 && holdsBlock(node)) {
      flush();
      add('tag' in node ? elementTokens(node, make) : [node.token]);
      continue;
    }
    if ('token' in node) depth += node.token.nesting;
    line.push(node);
  }
  flush();
  return blocks;
}

/** Returns whether a node is a block, or holds one. */
export function holdsBlock(node: Node): boolean {
  if (!('tag' in node)) return node.token.block;
  return isBlockElement(node.tag.name) || node.children.some(holdsBlock);
}

function elementTokens(element: ElementNode, make: TokenFactory): Token[] {
  const { tag, children } = element;
  switch (tag.name) {
    case 'hr':
      return [make.block('hr', 'hr', 0)];
    case 'ul':
    case 'ol':
      return listTokens(element, make, blockTokens);
    case 'li':
      return listTokens({ tag: { ...tag, name: 'ul' }, children: [element] }, make, blockTokens);
    case 'table':
      return tableTokens(element, make, blockTokens);
    case 'blockquote':
      return wrapped('blockquote', 'blockquote', blockTokens(children, make), make);
    case 'dt':
    case 'summary':
    case 'caption':
    case 'figcaption':
      return boldParagraph(children, make);
    default:
      if (/^h[1-6]$/.test(tag.name)) return heading(element, make);
      return blockTokens(children, make);
  }
}

function boldParagraph(children: readonly Node[], make: TokenFactory): Token[] {
  const inside = trimmed(lineTokens(children, make));
  return inside.length === 0 ? [] : paragraph(marked('strong', 'strong', inside, make), make);
}

function heading({ tag, children }: ElementNode, make: TokenFactory): Token[] {
  const inside = trimmed(lineTokens(children, make));
  return inside.length === 0 ? [] : wrapped('heading', tag.name, [inlineToken(inside, make)], make);
}

/** Returns tokens within a line as a paragraph; nothing where they show nothing. */
function paragraph(tokens: readonly Token[], make: TokenFactory, tight = false): Token[] {
  const inside = trimmed(tokens);
  if (inside.length === 0) return [];
  const blocks = wrapped('paragraph', 'p', [inlineToken(inside, make)], make);
  for (const token of blocks) if (token.nesting !== 0) token.hidden = tight;
  return blocks;
}

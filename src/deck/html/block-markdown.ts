import { codeFence } from './escape-markdown.js';
import { BREAK, type Gathered, InlineMarkdown } from './inline-markdown.js';
import { outsideCells, tableMarkdown } from './table-markdown.js';
import { BLOCKS, type HtmlElement, type HtmlNode, hasContent, textOf } from './tree.js';

const PARAGRAPH_END = new RegExp(`${BREAK}(?:\\s?${BREAK})+`);
const LINE_END = new RegExp(`\\s?${BREAK}\\s?`, 'g');

interface Block {
  readonly kind: 'paragraph' | 'bullets' | 'numbers' | 'other';
  readonly text: string;
}

/** Returns HTML as blocks of Markdown, without the blank lines between. */
export function blocksOf(nodes: readonly HtmlNode[], gathered: Gathered): Block[] {
  const blocks: Block[] = [];
  let inline: HtmlNode[] = [];
  const flush = () => {
    blocks.push(...paragraphs(inline, gathered));
    inline = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !holdsBlock(node)) {
      inline.push(node);
      continue;
    }
    flush();
    blocks.push(...elementBlocks(node, gathered, blocks.at(-1)?.kind));
  }
  flush();
  return blocks;
}

/** Puts blocks together with a blank line between any two. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n\n');
}

function holdsBlock(node: HtmlElement): boolean {
  if (BLOCKS.has(node.name)) return true;
  return node.children.some((child) => typeof child !== 'string' && holdsBlock(child));
}

function elementBlocks(
  element: HtmlElement,
  gathered: Gathered,
  before: Block['kind'] | undefined,
): Block[] {
  const { name, children } = element;
  switch (name) {
    case 'pre':
      return [other(preBlock(element))];
    case 'hr':
      return [other('***')];
    case 'ul':
    case 'ol':
      return listBlock(element, gathered, before);
    case 'table':
      // As a browser does, what stands in a table but in no cell of it comes before it.
      return [
        ...blocksOf(outsideCells(element), gathered),
        ...[other(tableMarkdown(element, gathered))].filter(({ text }) => text !== ''),
      ];
    case 'blockquote':
      return [other(quoted(joinBlocks(blocksOf(children, gathered))))];
    default:
      if (/^h[1-6]$/.test(name)) return headingBlock(element, gathered);
      return blocksOf(children, gathered);
  }
}

const other = (text: string): Block => ({ kind: 'other', text });

function paragraphs(nodes: readonly HtmlNode[], gathered: Gathered): Block[] {
  if (nodes.length === 0) return [];
  const { text } = new InlineMarkdown(gathered).add(nodes);
  return text.split(PARAGRAPH_END).flatMap((part) => {
    const trimmed = part.replace(/^[\s\u0001]+/, '').replace(/[\s\u0001]{1,3}$/, '');
    if (trimmed === '') return [];
    const formula = /^\$\$([^$]+)\$\$$/.exec(trimmed)?.[1];
    if (formula !== undefined) return [other(`$$\n${formula.trim()}\n$$`)];
    // A backslash at the end of a line is Markdown's line break.
    return [{ kind: 'paragraph' as const, text: trimmed.replaceAll(LINE_END, '\\\n') }];
  });
}

/** Of a heading the text before its first block: a browser shows a list or paragraph in it as one. */
function headingBlock({ name, children }: HtmlElement, gathered: Gathered): Block[] {
  const at = children.findIndex((child) => typeof child !== 'string' && holdsBlock(child));
  const inline = at < 0 ? children : children.slice(0, at);
  const { text } = new InlineMarkdown(gathered).add(inline);
  const line = text.replaceAll(/[\s\u0001]+/g, ' ').trim();
  const heading = `${'#'.repeat(Number(name[1]))} ${line.replace(/#+$/, '\\$&')}`;
  return [
    ...(line === '' ? [] : [other(heading)]),
    ...(at < 0 ? [] : blocksOf(children.slice(at), gathered)),
  ];
}

function preBlock({ children }: HtmlElement): string {
  const code = children.find((child) => typeof child !== 'string' && child.name === 'code');
  const classes = typeof code === 'object' ? (code.attributes.class ?? '') : '';
  const language = /(?:^|\s)lang(?:uage)?-([\w+#.-]+)/.exec(classes)?.[1] ?? '';
  return codeFence(textOf(children).replace(/^\n/, ''), language);
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function listBlock(
  list: HtmlElement,
  gathered: Gathered,
  before: Block['kind'] | undefined,
): Block[] {
  const kind = list.name === 'ol' ? 'numbers' : 'bullets';
  const entries = entriesOf(list);
  const isLoose = entries.some(({ children }) =>
    children.some((child) => typeof child !== 'string' && child.name === 'p'),
  );
  const start = Number.parseInt(list.attributes.start ?? '1', 10) || 0;
  // Two lists in a row would be one: another sign begins another.
  const isSecond = before === kind;
  const items = entries.map(({ name, children, attributes }, at) => {
    const number = `${Math.max(0, start) + at}${isSecond ? ')' : '.'}`;
    const marker = `${kind === 'bullets' ? (isSecond ? '*' : '-') : number} `;
    const own = name === 'li' ? children : [{ name, children, attributes }];
    return indented(marker, itemText(blocksOf(own, gathered), isLoose));
  });
  return items.length === 0 ? [] : [{ kind, text: items.join(isLoose ? '\n\n' : '\n') }];
}

/** The items of a list; what stands between them is one too, and so is a list within it. */
function entriesOf(list: HtmlElement): HtmlElement[] {
  const entries: HtmlElement[] = [];
  let stray: HtmlNode[] = [];
  const flush = () => {
    if (hasContent(stray)) entries.push({ name: 'li', attributes: {}, children: stray });
    stray = [];
  };
  for (const child of list.children) {
    if (typeof child === 'string' || (child.name !== 'li' && !holdsBlock(child))) {
      stray.push(child);
      continue;
    }
    flush();
    entries.push(child);
  }
  flush();
  return entries;
}

// Within a tight list only two paragraphs need a blank line between them.
function itemText(blocks: readonly Block[], isLoose: boolean): string {
  return blocks
    .map(({ kind, text }, at) => {
      if (at === 0) return text;
      const both = kind === 'paragraph' && blocks[at - 1]?.kind === 'paragraph';
      return `${isLoose || both ? '\n\n' : '\n'}${text}`;
    })
    .join('');
}

function indented(marker: string, text: string): string {
  const pad = ' '.repeat(marker.length);
  const lines = text.split('\n').map((line, at) => (at === 0 || line === '' ? line : pad + line));
  return (marker + lines.join('\n')).trimEnd();
}

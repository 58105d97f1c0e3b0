import { isBlockElement } from './elements.js';
import { readPieces } from './tag.js';
import { type HtmlItem, type Node, nest } from './tree.js';

interface Text {
  readonly nesting: 0;
  readonly text: string;
}

const CODE_SPAN = /(?<!`)(`+)(?!`)[^`](?:[\s\S]{0,500}?[^`])??\1(?!`)/g;
/** Longer text is left as it is: it is no title. */
const MAX_CHARACTERS = 20_000;

/**
 * Returns Markdown without its HTML, for a title on one line: elements leave their text,
 * pictures their alternative text. What means nothing here stays, as does all of Markdown.
 */
export function withoutHtml(markdown: string): string {
  if (!markdown.includes('<') || markdown.length > MAX_CHARACTERS) return markdown;
  return textOf(nest(itemsOf(markdown), ({ source }) => textItem(source)));
}

function itemsOf(markdown: string): HtmlItem<Text>[] {
  const items: HtmlItem<Text>[] = [];
  let from = 0;
  for (const { 0: span, index } of markdown.matchAll(CODE_SPAN)) {
    items.push(...htmlItems(markdown.slice(from, index)), { token: textItem(span) });
    from = index + span.length;
  }
  return [...items, ...htmlItems(markdown.slice(from))];
}

function htmlItems(html: string): HtmlItem<Text>[] {
  return readPieces(html, (text) => text).map((piece) => {
    if (piece.kind === 'tag') return { tag: piece.tag, line: null };
    return { token: textItem(piece.kind === 'code' ? `\`${shown(piece.inner)}\`` : piece.text) };
  });
}

/** What code in HTML writes as entities; behind Markdown's own mark it would be read as it is. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

const shown = (code: string) =>
  code.replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);

function textItem(text: string): Text {
  return { nesting: 0, text };
}

function textOf(nodes: readonly Node<Text>[]): string {
  return nodes
    .map((node) => {
      if (!('tag' in node)) return node.token.text;
      const { name, attributes } = node.tag;
      if (name === 'img') return attributes.get('alt') || '[image]';
      if (name === 'br' || name === 'hr') return ' ';
      const inside = textOf(node.children);
      if (name === 'sub') return `_${inside}`;
      if (name === 'sup') return `^${inside}`;
      return isBlockElement(name) ? ` ${inside} ` : inside;
    })
    .join('');
}

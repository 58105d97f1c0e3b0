import type { Token } from 'markdown-it';
import { type Decode, type HtmlPiece, readPieces } from './tag.js';
import type { TokenFactory } from './token-factory.js';
import { type Node, nest } from './tree.js';

type Code = Extract<HtmlPiece, { kind: 'code' }>;

/** Returns an element of code as Markdown's: `<pre>` as a block, all others within a line. */
export function codeToken({ tag, inner }: Code, make: TokenFactory, decode: Decode): Token {
  const text = codeText(inner, decode);
  if (tag.name !== 'pre') {
    const token = make.line('code_inline', 'code', 0);
    token.content = text.replaceAll(/\s+/g, ' ').trim();
    return token;
  }
  const token = make.block('fence', 'code', 0);
  token.content = `${text.replace(/^\n/, '').replace(/\n?$/, '')}\n`;
  token.info = languageOf(tag.attributes) || languageOf(firstCode(inner, decode));
  return token;
}

/** The text of code: what only formats it is left out, and what means nothing is text. */
function codeText(html: string, decode: Decode): string {
  const items = readPieces(html, decode).map((piece) => {
    if (piece.kind === 'tag') return { tag: piece.tag, line: null };
    const text = piece.kind === 'code' ? codeText(piece.inner, decode) : plainText(piece, decode);
    return { token: { nesting: 0 as const, text } };
  });
  return textOf(nest(items, ({ source }) => ({ nesting: 0 as const, text: source })));
}

/** A comment in code is what the code shows. */
function plainText(piece: Extract<HtmlPiece, { kind: 'text' | 'comment' }>, decode: Decode) {
  return piece.kind === 'text' ? decode(piece.text) : piece.source;
}

function textOf(nodes: readonly Node<{ readonly text: string }>[]): string {
  return nodes
    .map((node) => {
      if (!('tag' in node)) return node.token.text;
      return node.tag.name === 'br' ? '\n' : textOf(node.children);
    })
    .join('');
}

function firstCode(html: string, decode: Decode): ReadonlyMap<string, string> {
  const [first] = readPieces(html.slice(0, 500).trimStart(), decode);
  return first?.kind === 'tag' || first?.kind === 'code' ? first.tag.attributes : new Map();
}

function languageOf(attributes: ReadonlyMap<string, string>): string {
  const named = /(?:^|\s)lang(?:uage)?-([\w+#.-]+)/.exec(attributes.get('class') ?? '');
  return named?.[1] ?? /^[\w+#.-]+$/.exec(attributes.get('lang') ?? '')?.[0] ?? '';
}

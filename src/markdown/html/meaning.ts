import type { Token } from 'markdown-it';
import { blockTokens, holdsBlock } from './blocks.js';
import { codeToken } from './code.js';
import { lineTokens } from './line.js';
import { type Decode, type HtmlPiece, readPieces, type Tag } from './tag.js';
import { type TokenFactory, tokenFactory } from './token-factory.js';
import { type HtmlItem, type Node, nest } from './tree.js';

/** What the reading of a text needs, and what it finds. */
interface Reading {
  readonly make: TokenFactory;
  readonly decode: Decode;
  /** Lines of blocks of HTML with a tag that has no other half. */
  readonly unpaired: Set<number>;
}

/**
 * Returns the tokens of a text with each element of HTML as the Markdown that means the
 * same: what draws Markdown draws HTML. A tag without its other half stays text; the line of
 * a block with such a tag is added to `unpaired`.
 */
export function meaningOf(
  tokens: readonly Token[],
  TokenOf: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token,
  decode: Decode,
  unpaired: Set<number>,
): Token[] {
  const reading = { make: tokenFactory(TokenOf), decode, unpaired };
  const items = withLinesRead(tokens, reading).flatMap((token): HtmlItem[] => {
    if (token.type !== 'html_source') return [{ token }];
    const line = token.map?.[0] ?? 0;
    return readPieces(token.content, decode).flatMap((piece) => itemsOf(piece, line, reading));
  });
  return levelled(blockTokens(nested(items, reading), reading.make));
}

/** Reads the HTML within lines of Markdown. */
function withLinesRead(tokens: readonly Token[], reading: Reading): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [open, inline, close] = tokens.slice(at, at + 3);
    if (open?.type === 'paragraph_open' && inline !== undefined && holdsHtml(inline)) {
      read.push(...paragraphRead([open, inline, close ?? open], reading));
      at += 2;
    } else if (open !== undefined) {
      if (holdsHtml(open)) open.children = lineTokens(nodesOf(open, reading), reading.make);
      read.push(open);
    }
  }
  return read;
}

/** A paragraph that holds a block becomes several; one that shows nothing is left out. */
function paragraphRead([open, inline, close]: readonly [Token, Token, Token], reading: Reading) {
  const nodes = nodesOf(inline, reading);
  if (nodes.some(holdsBlock)) return blockTokens(nodes, reading.make, open.hidden);
  inline.children = lineTokens(nodes, reading.make);
  return inline.children.length === 0 ? [] : [open, inline, close];
}

function holdsHtml({ children }: Token): boolean {
  return children?.some(({ type }) => type === 'html_piece') ?? false;
}

function nodesOf({ children }: Token, reading: Reading): Node[] {
  const items = (children ?? []).flatMap((token): HtmlItem[] =>
    token.type === 'html_piece' ? itemsOf(token.meta as HtmlPiece, null, reading) : [{ token }],
  );
  return nested(items, reading);
}

function itemsOf(piece: HtmlPiece, line: number | null, { make, decode }: Reading): HtmlItem[] {
  switch (piece.kind) {
    case 'tag':
      return [{ tag: piece.tag, line }];
    case 'code':
      return [{ token: codeToken(piece, make, decode) }];
    case 'comment':
      return [];
    case 'text':
      return [{ token: make.text(decode(piece.text)) }];
  }
}

function nested(items: readonly HtmlItem[], { make, unpaired }: Reading): Node[] {
  return nest(items, ({ source }: Tag, line) => {
    if (line !== null) unpaired.add(line);
    return make.text(source);
  });
}

/** Returns the tokens, each with the level at which it stands now. */
function levelled(tokens: Token[]): Token[] {
  let level = 0;
  for (const token of tokens) {
    if (token.nesting < 0) level--;
    token.level = level;
    if (token.nesting > 0) level++;
  }
  return tokens;
}

import type { Token } from 'markdown-it';

type Nesting = -1 | 0 | 1;

/** Makes tokens. */
export interface TokenFactory {
  block(type: string, tag: string, nesting: Nesting): Token;
  /** Makes what stands within a line. */
  line(type: string, tag: string, nesting: Nesting): Token;
  /** Makes text of a line; blanks in a row are one, as in HTML. */
  text(content: string): Token;
}

/** Returns what makes tokens of markdown-it's own class. */
export function tokenFactory(
  TokenOf: new (type: string, tag: string, nesting: Nesting) => Token,
): TokenFactory {
  return {
    block(type, tag, nesting) {
      const token = new TokenOf(type, tag, nesting);
      token.block = true;
      return token;
    },
    line: (type, tag, nesting) => new TokenOf(type, tag, nesting),
    text(content) {
      const token = new TokenOf('text', '', 0);
      token.content = content.replaceAll(/[^\S\u00a0]+/g, ' ');
      return token;
    },
  };
}

/** Puts a block's tokens between those that open and close it. */
export function wrapped(
  type: string,
  tag: string,
  inside: readonly Token[],
  make: TokenFactory,
): Token[] {
  return [make.block(`${type}_open`, tag, 1), ...inside, make.block(`${type}_close`, tag, -1)];
}

/** The same within a line. */
export function marked(
  type: string,
  tag: string,
  inside: readonly Token[],
  make: TokenFactory,
): Token[] {
  return [make.line(`${type}_open`, tag, 1), ...inside, make.line(`${type}_close`, tag, -1)];
}

/** Returns tokens within a line as the text of a block. */
export function inlineToken(children: Token[], make: TokenFactory): Token {
  const inline = make.block('inline', '', 0);
  inline.children = children;
  return inline;
}

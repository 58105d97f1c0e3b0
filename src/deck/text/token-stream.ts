import type { Token } from 'markdown-it';

/**
 * Takes the place of markdown-it's list of tokens: hands each token on when it
 * is complete and keeps none, so that a large file costs no memory for tokens.
 * A token is complete when the next one comes; call `flush` after the last.
 */
export class TokenStream extends Array<Token> {
  private last: Token | null = null;

  constructor(private readonly take: (token: Token) => void) {
    super();
  }

  /** Takes one token, as the block rules give them: a list of all would be made for each. */
  override push(token: Token): number {
    this.flush();
    this.last = token;
    return 0;
  }

  flush(): void {
    if (this.last !== null) this.take(this.last);
    this.last = null;
  }
}

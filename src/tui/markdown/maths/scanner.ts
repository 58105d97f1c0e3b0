/** LaTeX as it is looked through for what is taller than a line. */
export class MathsScanner {
  at = 0;

  constructor(readonly text: string) {}

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** What was passed since `from`. */
  from(from: number): string {
    return this.text.slice(from, this.at);
  }

  /** Goes on by one character, or by one that a backslash escapes. */
  skip(): void {
    this.at += this.text[this.at] === '\\' ? 2 : 1;
  }

  /** The name of the command that stands here, or null. */
  command(): string | null {
    return this.#match(/\\([A-Za-z]+)/y)?.[1] ?? null;
  }

  skipName(name: string): void {
    this.at += name.length + 1;
  }

  /** Passes a word, if it stands here. */
  skipWord(word: string): void {
    this.#skipBlanks();
    if (this.text.startsWith(word, this.at)) this.at += word.length;
  }

  /** Passes a script, sign and all; false where none stands here. */
  skipScript(): boolean {
    if (!/[_^]/.test(this.text[this.at] ?? '')) return false;
    this.at++;
    this.argument();
    return true;
  }

  /** Reads the scripts that stand here, in whichever order. */
  scripts(): { readonly under: string | null; readonly over: string | null } {
    let [under, over]: (string | null)[] = [null, null];
    for (;;) {
      const before = this.at;
      this.#skipBlanks();
      const sign = this.text[this.at];
      if ((sign !== '_' || under !== null) && (sign !== '^' || over !== null)) {
        this.at = before;
        return { under: under ?? null, over: over ?? null };
      }
      this.at++;
      if (sign === '_') under = this.argument();
      else over = this.argument();
    }
  }

  /** Reads an argument: what is in braces, a command, or a character. */
  argument(): string {
    this.#skipBlanks();
    const from = this.at;
    const name = this.command();
    if (name !== null) this.skipName(name);
    else if (this.text[this.at] === '{') return this.#group();
    else if (!this.atEnd) this.skip();
    return this.from(from);
  }

  /** Reads what is in square brackets, or nothing. */
  bracketed(): string {
    const found = this.#match(/\[([^\]]*)\]/y);
    this.at += found?.[0].length ?? 0;
    return found?.[1] ?? '';
  }

  /** Reads from behind `\left` up to its `\right`, with both fences; null where it has none. */
  fenced(): { readonly open: string; readonly inside: string; readonly close: string } | null {
    const open = this.#fence();
    const from = this.at;
    for (let depth = 1; !this.atEnd; ) {
      const name = this.command();
      if (name === 'left') depth++;
      if (name === 'right') depth--;
      if (depth === 0) {
        const inside = this.from(from);
        this.skipName('right');
        return { open, inside, close: this.#fence() };
      }
      if (name === null) this.skip();
      else this.skipName(name);
    }
    return null;
  }

  #fence(): string {
    this.#skipBlanks();
    const from = this.at;
    const name = this.command();
    if (name === null) this.skip();
    else this.skipName(name);
    const sign = this.from(from);
    return sign === '.' ? '' : sign;
  }

  #group(): string {
    const from = this.at + 1;
    let depth = 0;
    do {
      const character = this.text[this.at];
      if (character === '{') depth++;
      if (character === '}') depth--;
      this.skip();
    } while (depth > 0 && !this.atEnd);
    return this.text.slice(from, depth === 0 ? this.at - 1 : this.at);
  }

  #skipBlanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }
}

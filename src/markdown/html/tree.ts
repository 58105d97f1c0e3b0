import type { Token } from 'markdown-it';
import { ENDS, MAY_STAY_OPEN } from './elements.js';
import type { Tag } from './tag.js';

/** What of a token matters here: whether it opens or closes something. */
type Nesting = Pick<Token, 'nesting'>;

/** What stands in a text: a token of Markdown, or a tag of HTML. */
export type HtmlItem<T = Token> =
  | { readonly token: T }
  | { readonly tag: Tag; readonly line: number | null };

export type Node<T = Token> = { readonly token: T } | ElementNode<T>;

export interface ElementNode<T = Token> {
  readonly tag: Tag;
  readonly children: Node<T>[];
}

/** Deeper elements have no use on a card, and looking through them takes time. */
const MAX_DEPTH = 30;

interface Frame<T> {
  /** Null for the text as a whole, and for what Markdown opened. */
  readonly tag: Tag | null;
  /** Line of the block of HTML that the tag stands in; null within a line of Markdown. */
  readonly line: number | null;
  readonly children: Node<T>[];
}

/** Makes text of a tag that means nothing, as it has no end or no beginning. */
type AsText<T> = (tag: Tag, line: number | null) => T;

/**
 * Pairs the tags of a text. An element ends within what Markdown opened around it, or it is
 * none: then its tags are text.
 */
export function nest<T extends Nesting>(
  items: readonly HtmlItem<T>[],
  asText: AsText<T>,
): Node<T>[] {
  const nesting = new Nester(asText);
  for (const item of items) {
    if ('token' in item) nesting.addToken(item.token);
    else nesting.addTag(item.tag, item.line);
  }
  return nesting.end();
}

class Nester<T extends Nesting> {
  readonly #root: Frame<T> = { tag: null, line: null, children: [] };
  readonly #open: Frame<T>[] = [this.#root];
  readonly #asText: AsText<T>;

  constructor(asText: AsText<T>) {
    this.#asText = asText;
  }

  addToken(token: T): void {
    if (token.nesting < 0) this.#closeTo(Math.max(1, barrierIn(this.#open)));
    this.#add({ token });
    if (token.nesting > 0) this.#open.push({ tag: null, line: null, children: [] });
  }

  addTag(tag: Tag, line: number | null): void {
    if (tag.kind === 'void') this.#add({ tag, children: [] });
    else if (tag.kind === 'open') this.#openTag(tag, line);
    else this.#closeTag(tag, line);
  }

  end(): Node<T>[] {
    this.#closeTo(1);
    return this.#root.children;
  }

  #openTag(tag: Tag, line: number | null): void {
    const ended = endedBy(tag.name, this.#open);
    if (ended !== null) this.#closeTo(ended, MAY_STAY_OPEN);
    if (this.#open.length > MAX_DEPTH) this.#add({ token: this.#asText(tag, line) });
    else this.#open.push({ tag, line, children: [] });
  }

  #closeTag(tag: Tag, line: number | null): void {
    const at = findOpen(tag.name, this.#open);
    if (at === null) this.#add({ token: this.#asText(tag, line) });
    else this.#closeTo(at, new Set([tag.name, ...MAY_STAY_OPEN]));
  }

  /** Closes frames down to so many; those of these names are elements. */
  #closeTo(depth: number, elements: ReadonlySet<string> = NONE): void {
    while (this.#open.length > depth) {
      const { tag, line, children } = this.#open.pop() ?? this.#root;
      if (tag !== null && elements.has(tag.name)) this.#add({ tag, children });
      else {
        if (tag !== null) this.#add({ token: this.#asText(tag, line) });
        for (const child of children) this.#add(child);
      }
    }
  }

  #add(node: Node<T>): void {
    (this.#open.at(-1) ?? this.#root).children.push(node);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The place of the innermost frame that Markdown opened. */
function barrierIn(open: readonly Frame<unknown>[]): number {
  return open.findLastIndex(({ tag }) => tag === null);
}

function findOpen(name: string, open: readonly Frame<unknown>[]): number | null {
  for (let at = open.length - 1; at > 0; at--) {
    const tag = open[at]?.tag ?? null;
    if (tag === null) return null;
    if (tag.name === name) return at;
  }
  return null;
}

/** The outermost open element that the start of another ends; null for none. */
function endedBy(name: string, open: readonly Frame<unknown>[]): number | null {
  const ends = ENDS.get(name);
  if (ends === undefined) return null;
  let found: number | null = null;
  for (let at = open.length - 1; at > 0; at--) {
    const tag = open[at]?.tag ?? null;
    if (tag === null || /^(table|[uod]l)$/.test(tag.name)) break;
    if (ends.has(tag.name)) found = at;
  }
  return found;
}

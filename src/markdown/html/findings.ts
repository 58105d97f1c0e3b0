import type { StateBlock, StateCore, StateInline } from 'markdown-it';
import type { Unclosed } from './tag.js';

/** What the rules tell each other while a text is parsed. */
export class Findings {
  /** Was there any HTML that could mean something? */
  found = false;
  readonly unclosed: Unclosed = new Set();
  /** Lines of blocks of HTML with a tag that has no other half. */
  readonly unpaired = new Set<number>();
  #inline = { src: '', unclosed: new Set<string>() };
  /** `asText` has lines at which no block of HTML begins. */
  constructor(readonly asText: ReadonlySet<number>) {}

  /** What is known to stay open in an inline text; texts are read one after another. */
  unclosedIn(src: string): Unclosed {
    if (this.#inline.src !== src) this.#inline = { src, unclosed: new Set() };
    return this.#inline.unclosed;
  }
}

/** Where a parser's state keeps them. */
export const FINDINGS = Symbol('findings of HTML');
/** Returns what is found in the text that is being parsed. Throws TypeError for one without. */
export function findingsOf({ env }: StateBlock | StateInline | StateCore): Findings {
  const { [FINDINGS]: findings } = env;
  if (findings instanceof Findings) return findings;
  throw new TypeError('a text with HTML is parsed by parseWithHtml');
}

import type { Token } from 'markdown-it';
import { type CodeSpan, codeSpans } from './code-spans.js';
import { type DetailsTag, findDetailsTags } from './details-rule.js';
import type { Source } from './source.js';

const UNSEEN_HTML = /^\s*<(?:!|\?|script|pre|style|textarea)/i;

/**
 * Sorts out which `<details>` tags of a text are markup: those a browser would
 * see, in text and HTML but not in code. Tags within a quote belong to it.
 */
export class LiveTags {
  readonly tags: DetailsTag[] = [];
  private readonly found: readonly DetailsTag[];
  private next = 0;
  private quoteDepth = 0;

  constructor(private readonly source: Source) {
    this.found = findDetailsTags(source.text);
  }

  /** Takes the leaf tokens in order; `[start, end)` are the offsets of a token's lines. */
  visit(token: Token, start: number, end: number): void {
    if (token.type !== 'inline' && token.type !== 'details' && token.type !== 'html_block') return;
    const first = this.found[this.next];
    if (first === undefined || first.start >= end) return;
    const isSeen =
      this.quoteDepth === 0 && !(token.type === 'html_block' && UNSEEN_HTML.test(token.content));
    this.take(start, end, isSeen);
  }

  enterQuote(): void {
    this.quoteDepth++;
  }

  leaveQuote(): void {
    this.quoteDepth--;
  }

  private take(start: number, end: number, isSeen: boolean): void {
    const spans = isSeen ? codeSpans(this.source.text.slice(start, end)) : [];
    let span = 0;
    let tag = this.found[this.next];
    while (tag !== undefined && tag.start < end) {
      const at = tag.start - start;
      while (isBefore(spans[span], at)) span++;
      const isInCode = (spans[span]?.start ?? Number.POSITIVE_INFINITY) <= at;
      // A tag before the token stood in code, which is no text to look into.
      if (isSeen && at >= 0 && !isInCode) this.tags.push(tag);
      tag = this.found[++this.next];
    }
  }
}

const isBefore = (span: CodeSpan | undefined, at: number) => span !== undefined && span.end <= at;

import { type Block, parseBlocks } from '../text/blocks.js';
import type { DetailsTag } from '../text/details-rule.js';
import { dedent } from '../text/passage.js';
import { makeSource } from '../text/source.js';

/** A block of an answer. */
export interface AnswerBlock {
  readonly kind: Block['kind'];
  /** Line within the answer, from 0. */
  readonly line: number;
  /** Without its outer blank lines. */
  readonly text: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface WholeBlock extends Omit<AnswerBlock, 'text'>, Span {
  end: number;
  readonly fold: Span | undefined;
}

/**
 * Returns the blocks of an answer's top level: what is folded in it is one block with its tags, and
 * what Markdown makes no block of, such as the addresses of links, is one too.
 */
export function answerBlocks(answer: string): AnswerBlock[] {
  const { blocks, tags } = parseBlocks(makeSource(answer, 1), 0);
  const folds = foldsOf(tags);
  const whole: WholeBlock[] = [];
  let done = 0;
  let next = 0;
  const fill = (end: number, line: number) => {
    if (answer.slice(done, end).trim() === '') return;
    whole.push({ kind: 'comment', line, start: done, end, fold: undefined });
  };
  for (const { kind, line, start, end } of blocks) {
    // Blocks and folds come in order: each is looked at once, however many there are.
    while ((folds[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const candidate = folds[next];
    const fold = candidate !== undefined && end > candidate.start ? candidate : undefined;
    const last = whole.at(-1);
    if (fold !== undefined && last?.fold === fold) last.end = end;
    else {
      fill(start, line);
      whole.push({ kind: fold === undefined ? kind : 'html', line, start, end, fold });
    }
    done = end;
  }
  fill(answer.length, 0);
  return whole.map(({ kind, line, start, end }) => ({
    kind,
    line,
    text: textOf(kind, answer.slice(start, end)),
  }));
}

/** From each outer `<details>` to what closes it. */
function foldsOf(tags: readonly DetailsTag[]): Span[] {
  const folds: Span[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of tags) {
    if (tag.opens && depth === 0) start = tag.start;
    if (!tag.opens && depth === 1) folds.push({ start, end: tag.end });
    depth = Math.max(0, depth + (tag.opens ? 1 : -1));
  }
  return folds;
}

/** The blanks before code are Markdown, those before a list are not. */
function textOf(kind: Block['kind'], text: string): string {
  if (kind === 'code') return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return (kind === 'list' ? dedent(text) : text).trim();
}

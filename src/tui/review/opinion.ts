import type { Judgement } from '../../app/agent/judgement.js';
import type { AnswerComparison } from '../../model/answer-comparison.js';
import type { AnswerParts } from '../../model/answer-parts.js';
import type { Card } from '../../model/card.js';
import { RATING_NAMES } from '../../model/rating.js';
import { styled } from '../../model/text/ansi.js';
import { visibleLine } from '../../model/text/visible.js';
import { type RenderOptions, renderPlain } from '../markdown/render.js';

/** What thinks about a typed answer beside the person: words compared here, and a judge of their own. */
export interface SecondOpinion {
  /** Compares a typed answer with the card's. */
  compare(card: Card, parts: AnswerParts | null, typed: string): Promise<AnswerComparison>;
  /** Asks the person's judge; null where none is set. */
  judge(
    card: Card,
    parts: AnswerParts | null,
    typed: string,
  ): { readonly judgement: Promise<Judgement>; stop(): void } | null;
}

/** How far the person's judge is. */
export type Judged =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'told'; readonly judgement: Judgement }
  | { readonly kind: 'failed'; readonly why: string };

/** Waits for what a judge says, or why it says nothing; never rejects. */
export function judgedBy(judgement: Promise<Judgement>): Promise<Judged> {
  return judgement.then(
    (told): Judged => ({ kind: 'told', judgement: told }),
    (error: unknown): Judged => ({
      kind: 'failed',
      why: error instanceof Error ? error.message : String(error),
    }),
  );
}

/** What the judge says of a point, in lines; none while it says nothing. */
export function pointOpinion(
  judged: Judged | null,
  at: number,
  indent: string,
  options: RenderOptions,
): string[] {
  const found = judged?.kind === 'told' ? judged.judgement.points[at] : null;
  if (!found) return [];
  const text = `judge: ${found.hit ? 'yes' : 'no'}${found.why === '' ? '' : `. ${found.why}`}`;
  return said(text, { ...options, width: Math.max(10, options.width - indent.length) }).map(
    (line) => `${indent}${line}`,
  );
}

/** What the judge says of the whole answer, in lines; none where there is no judge. */
export function judgeLines(judged: Judged | null, options: RenderOptions): string[] {
  if (judged === null) return [];
  return said(judgeText(judged), options);
}

function judgeText(judged: Judged): string {
  if (judged.kind === 'waiting') return 'Judge: thinking …';
  if (judged.kind === 'failed') return judged.why;
  const { rating, comment } = judged.judgement;
  const suggestion = rating === null ? '' : `${rating} ${RATING_NAMES[rating]}? `;
  return `Judge: ${suggestion}${comment || 'no comment.'}`;
}

function said(text: string, options: RenderOptions): string[] {
  return renderPlain(visibleLine(text), options).map((line) => styled(line, 'dim', options.colors));
}

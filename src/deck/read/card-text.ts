import { calloutText } from '../text/callout.js';
import { dedent, joinPassages, type Passage, passage } from '../text/passage.js';
import type { Source } from '../text/source.js';
import type { Draft } from './drafts.js';
import type { Mark } from './marks.js';
import { between, isSeparator, itemIndexAt, type Range } from './range.js';

/** How a card's question is given. */
export interface AskForm {
  /** What belongs to the question and stands before its text; null for nothing. */
  readonly lead: Passage | null;
  readonly textStart: number;
  /** Where the question ends if nothing marks the answer. */
  readonly ownEnd: number;
  /** A closing emphasis mark to be taken out of the text; empty where there is none. */
  readonly emphasis: string;
}

const ANSWER_LABEL = /^(?:show |the )?(?:answer|solution)?[:.]?$/i;
const QUESTION_LABEL = /^(?:the )?(?:question)?[:.]?$/i;

/** A question that a marker or a call-out begins; text above it, such as code, belongs to it. */
export function askedByMark(range: Range, draft: Draft, mark: Mark): AskForm {
  const preface = between(range, draft.start, mark.start);
  if (mark.kind === 'called-question') {
    const lead = joinPassages(preface, calloutText(mark.callout, QUESTION_LABEL));
    return { lead, textStart: mark.end, ownEnd: mark.end, emphasis: '' };
  }
  const marker = 'textStart' in mark ? mark : null;
  const textStart = marker?.textStart ?? mark.start;
  const emphasis = marker?.marker.emphasis ?? '';
  return { lead: preface, textStart, ownEnd: paragraphEnd(range, draft, textStart), emphasis };
}

/** The end of the paragraph at an offset, or of the next one where no text follows the offset. */
function paragraphEnd(range: Range, draft: Draft, from: number): number {
  const { items, source } = range.outline;
  const index = itemIndexAt(range, from - 1);
  const end = Math.min(items[index]?.end ?? draft.end, draft.end);
  if (source.text.slice(from, end).trim() !== '') return end;
  return Math.min(items[index + 1]?.end ?? end, draft.end);
}

/**
 * A question without a marker: the heading's own text (`own`), or under a
 * heading of stars alone the first of several blocks. With a marked answer,
 * all text above it belongs to the question.
 */
export function askedByHeading(range: Range, draft: Draft, own: Passage | null): AskForm {
  const form = { lead: own, textStart: draft.start, emphasis: '' };
  const ownEnd = own === null ? firstBlockEnd(range) : null;
  return { ...form, ownEnd: ownEnd ?? draft.start };
}

/** The end of the first block of a range if others follow it; null where that is no text. */
function firstBlockEnd(range: Range): number | null {
  const { items } = range.outline;
  let at = range.from;
  while (at < range.to && isSeparator(items[at])) at++;
  const first = items[at];
  if (at >= range.to || (first?.kind !== 'paragraph' && first?.kind !== 'heading')) return null;
  at++;
  while (at < range.to && isSeparator(items[at])) at++;
  return at < range.to ? first.end : null;
}

/** The answer of a card; `questionEnd` is where its question is over. */
export function readAnswer(range: Range, draft: Draft, questionEnd: number): Passage {
  const mark = draft.answer;
  if (mark === null) return between(range, questionEnd, draft.end);
  if ('textStart' in mark) {
    const text = between(range, mark.textStart, draft.end);
    return { ...text, text: text.text.replace(mark.marker.emphasis, '') };
  }
  const marked = markedAnswer(range.outline.source, mark);
  // What follows a fold would be lost if it did not belong to the answer.
  return joinPassages(marked, between(range, mark.end, draft.end));
}

type BoundedMark = Extract<Mark, { readonly end: number }>;

function markedAnswer(source: Source, mark: BoundedMark): Passage {
  if (mark.kind !== 'fold') return calloutText(mark.callout, ANSWER_LABEL);
  const body = passage(source, mark.fold.bodyStart, mark.fold.bodyEnd);
  return mark.fold.inList ? { ...body, text: dedent(body.text) } : body;
}

import type { Mark } from './marks.js';

/** One card of a heading's text: where it begins and which marks carry it. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  /** Null where the heading or the text above the answer is the question. */
  readonly question: Mark | null;
  /** Null where nothing marks the answer. */
  readonly answer: Mark | null;
}

type OpenDraft = { -readonly [Key in keyof Draft]: Draft[Key] };

const ANSWER_SUMMARY = /answer|solution/i;

/** Divides the text `[start, end)` under a heading into cards. */
export function divide(marks: readonly Mark[], start: number, end: number): Draft[] {
  const drafts: OpenDraft[] = [];
  for (const mark of marks) {
    const at = drafts.length === 0 ? start : mark.start;
    if (mark.kind === 'question' || mark.kind === 'called-question') {
      if (opensCard(mark, drafts)) drafts.push({ start: at, end, question: mark, answer: null });
    } else {
      addAnswer(drafts, mark, at, end);
    }
  }
  if (drafts.length === 0) drafts.push({ start, end, question: null, answer: null });
  for (const [index, draft] of drafts.entries()) draft.end = drafts[index + 1]?.start ?? end;
  return drafts;
}

/** The first answer counts; a further one is text that follows it. */
function addAnswer(drafts: OpenDraft[], mark: Mark, start: number, end: number): void {
  const current = drafts.at(-1);
  if (current === undefined) drafts.push({ start, end, question: null, answer: mark });
  else if (current.answer === null || isBetterAnswer(mark, current.answer)) current.answer = mark;
}

/**
 * A bold marker always opens a card. A plain "Q:" further down opens one only
 * where the first card was marked so too and has its answer: in notes on
 * attention, "Q:" is as often the query.
 */
function opensCard(mark: Mark, drafts: readonly OpenDraft[]): boolean {
  const current = drafts.at(-1);
  if (current === undefined) return true;
  if (mark.kind !== 'question') return false;
  if (mark.marker.bold) return true;
  const first = drafts[0]?.question;
  return first?.kind === 'question' && !first.marker.bold && current.answer !== null;
}

/** Where a hint is folded before the answer, the fold that says "answer" is the answer. */
function isBetterAnswer(mark: Mark, answer: Mark): boolean {
  return (
    mark.kind === 'fold' &&
    answer.kind === 'fold' &&
    ANSWER_SUMMARY.test(mark.fold.summary) &&
    !ANSWER_SUMMARY.test(answer.fold.summary)
  );
}

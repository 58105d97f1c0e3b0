import type { Block } from '../text/blocks.js';
import { endOf, joinPassages, type Passage, passage, startOf } from '../text/passage.js';
import { type Position, positionAt, type Source } from '../text/source.js';
import { type AskForm, askedByHeading, askedByMark, readAnswer } from './card-text.js';
import { withoutCheckBlocks } from './check-blocks.js';
import { type Draft, divide } from './drafts.js';
import { explicitId, ownTags, type QuestionHeading, readHeading, siblingsNote } from './heading.js';
import { findMarks } from './marks.js';
import { between, extentOf, noteBefore, noteNear, type Range } from './range.js';
import { unwrapped } from './unwrap.js';

/** A question heading with the items under it. */
export interface QuestionScope extends Range {
  /** Null for questions that stand under no heading. */
  readonly heading: Block | null;
  readonly headingSource: Source;
  /** The heading's own text may be the question. */
  readonly headingAsks: boolean;
}

/** The text of a card before it is checked. */
export interface CardDraft {
  readonly question: Passage;
  readonly answer: Passage;
  readonly id: string | null;
  readonly tags: readonly string[];
  readonly siblings: string | null;
  /** Its gaps are cards of their own. */
  readonly hasGaps: boolean;
  /** 1-based line of the file: the heading's, or the question's for a further card under it. */
  readonly line: number;
  /** The 1-based lines of the file that it takes up, its markers and `</details>` among them. */
  readonly lines: { readonly from: number; readonly to: number };
}

export interface ScopeCards {
  readonly heading: QuestionHeading;
  readonly cards: readonly CardDraft[];
  /** Where a `<details>` stands that is no answer, so that its tags are text of a card. */
  readonly extraDetails: readonly Position[];
}

/** Lists and quotes around a card that are taken off before it is read as it stands. */
const MAX_UNWRAPS = 3;

/** Reads every card under a question heading. */
export function readScope(scope: QuestionScope, unwraps = 0): ScopeCards {
  const inner = unwraps < MAX_UNWRAPS ? unwrapped(scope) : null;
  if (inner !== null) return readWrapped(scope, inner, unwraps + 1);
  const { start, end } = extentOf(scope);
  const marks = findMarks(scope);
  const asksInText = marks.some((mark) => mark.kind.endsWith('question'));
  const heading = readHeading(scope.heading?.content ?? '', scope.headingAsks && !asksInText);
  const drafts = divide(marks, start, end);
  const cards = drafts.map((draft, index) => readCard(scope, heading, draft, index));
  return { heading, cards, extraDetails: extraDetails(scope, drafts) };
}

function extraDetails(scope: QuestionScope, drafts: readonly Draft[]): Position[] {
  const { details, source } = scope.outline;
  const { start, end } = extentOf(scope);
  const answers = new Set(drafts.map(({ answer }) => answer?.start));
  return details
    .filter((offset) => start <= offset && offset < end && !answers.has(offset))
    .map((offset) => positionAt(source, offset));
}

/** An id or tags between the heading and the list or quote are the first card's. */
function readWrapped(scope: QuestionScope, inner: Range, unwraps: number): ScopeCards {
  const read = readScope({ ...scope, ...inner }, unwraps);
  const { start } = extentOf(scope);
  const id = noteNear(scope, start, explicitId);
  const tags = noteNear(scope, start, ownTags) ?? [];
  const siblings = noteNear(scope, start, siblingsNote);
  const cards = read.cards.map((card, index) =>
    index === 0
      ? {
          ...card,
          id: card.id ?? id,
          tags: card.tags.length > 0 ? card.tags : tags,
          siblings: card.siblings ?? siblings,
        }
      : card,
  );
  return { ...read, cards };
}

function readCard(
  scope: QuestionScope,
  heading: QuestionHeading,
  draft: Draft,
  index: number,
): CardDraft {
  const form = askForm(scope, heading, draft);
  const questionEnd = draft.answer?.start ?? form.ownEnd;
  const asked = between(scope, form.textStart, questionEnd);
  const text = form.emphasis === '' ? asked : withoutMark(asked, form.emphasis);
  const question = form.lead === null ? text : joinPassages(form.lead, text);
  const note = <T>(read: (comment: string) => T | null): T | null =>
    noteNear(scope, draft.start, read) ?? noteBefore(scope, questionEnd, read);
  const answer = readAnswer(scope, draft, questionEnd);
  const line = index === 0 ? headingLine(scope, question) : startOf(question).line;
  return {
    question,
    answer: { ...answer, text: withoutCheckBlocks(answer.text) },
    id: (index === 0 ? heading.id : null) ?? note(explicitId),
    tags: (index === 0 ? heading.tags : null) ?? note(ownTags) ?? [],
    siblings: (index === 0 ? heading.siblings : null) ?? note(siblingsNote),
    hasGaps: draft.question?.kind === 'question' && draft.question.marker.asksGaps,
    line,
    lines: linesOf(scope, draft, index === 0 ? line : null),
  };
}

/** `heading` is the line of the heading that belongs to the card; null for none. */
function linesOf(scope: QuestionScope, draft: Draft, heading: number | null): CardDraft['lines'] {
  const whole = between(scope, draft.start, draft.end);
  const from = heading ?? startOf(whole).line;
  return { from, to: Math.max(from, endOf(whole).line) };
}

function askForm(scope: QuestionScope, heading: QuestionHeading, draft: Draft): AskForm {
  if (draft.question !== null) return askedByMark(scope, draft, draft.question);
  const own = scope.headingAsks && heading.text !== '' ? headingPassage(scope, heading) : null;
  return askedByHeading(scope, draft, own);
}

function headingPassage(scope: QuestionScope, heading: QuestionHeading): Passage {
  const { headingSource, heading: block } = scope;
  const whole = passage(headingSource, block?.start ?? 0, block?.end ?? 0);
  return { ...whole, text: heading.text };
}

function headingLine(scope: QuestionScope, question: Passage): number {
  if (scope.heading === null) return startOf(question).line;
  return positionAt(scope.headingSource, scope.heading.start).line;
}

/** Takes the closing mark of `**Q: …**` away: its opening mark went with the marker. */
function withoutMark(text: Passage, mark: string): Passage {
  return { ...text, text: text.text.replace(mark, '').trim() };
}

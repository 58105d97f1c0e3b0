import type { CardRecord } from '../../app/cards/ports.js';
import { styled } from '../../model/text/ansi.js';
import type { EditedText } from '../components/edit-text.js';
import { padEnd } from '../components/text.js';
import { type RenderOptions, renderMarkdown, renderPlain } from '../markdown/render.js';
import {
  type AnswerSide,
  answerLines,
  followUpAt,
  followUpLines,
  NO_MARKS,
  type PointMarks,
  pointLines,
} from './answer-side.js';
import type { ScreenState } from './screen-state.js';

/** Lines that scroll between header and footer. */
export interface Body {
  readonly lines: readonly string[];
  /** Where the answer begins, from 0; the number of lines where there is none. */
  readonly answerAt: number;
  /** The line on which the cursor stands, from 0; left out where nothing is typed. */
  readonly cursorAt?: number;
}

/** Columns from which what was typed stands beside the real answer. */
const SIDE_BY_SIDE = 100;

/** The question alone, with the line being typed where there is one. */
export function questionBody(
  record: CardRecord,
  typing: EditedText | null,
  options: RenderOptions,
): Body {
  const question = renderMarkdown(record.card.question, options);
  if (typing === null) return { lines: question, answerAt: question.length };
  const { text, cursor } = typing;
  const head = [...question, '', rule('Your answer', options)];
  const upToCursor = renderPlain(`${text.slice(0, cursor)}${CURSOR}`, options);
  const all = renderPlain(`${text.slice(0, cursor)}${CURSOR}${text.slice(cursor)}`, options);
  const lines = [...head, ...all];
  return { lines, answerAt: lines.length, cursorAt: head.length + upToCursor.length - 1 };
}

const CURSOR = '█';

/** Question, answer, and what was typed before it was revealed. */
export function answerBody(
  { card }: CardRecord,
  side: AnswerSide,
  state: Pick<ScreenState, 'typed' | 'followUp' | 'isTicking' | 'missing'> & PointMarks,
  options: RenderOptions,
): Body {
  const { typed } = state;
  const step = stepBody(side, state, options);
  if (step !== null) return step;
  const before = [...renderMarkdown(card.question, options), ''];
  const answer: Answer = (width) => answerLines(side, state, { ...options, width });
  if (typed === null || typed.trim() === '') {
    const lines = [rule('Answer', options), ...answer(options.width)];
    return { lines: [...before, ...lines], answerAt: before.length };
  }
  const own: Answer = (width) => ownLines(typed, state.missing, { ...options, width });
  const both = options.width >= SIDE_BY_SIDE ? beside : below;
  return { lines: [...before, ...both(own, answer, options)], answerAt: before.length };
}

/** The answer in lines of a width. */
type Answer = (width: number) => string[];

/** The points to tick, or a follow-up: what stands in the answer's place; null for neither. */
function stepBody(
  side: AnswerSide,
  state: Parameters<typeof answerBody>[2],
  options: RenderOptions,
): Body | null {
  const { typed, followUp, isTicking } = state;
  const { parts } = side;
  if (parts === null) return null;
  if (isTicking) {
    const points = pointLines(parts.points, state, options);
    const own =
      typed === null ? [] : ['', rule('Your answer', options), ...renderPlain(typed, options)];
    const title = rule('Which points were named?', options);
    const answer = answerLines({ ...side, isWhole: false }, NO_MARKS, options, false);
    const below = answer.length === 0 ? [] : ['', rule('Answer', options), ...answer];
    return { lines: [title, ...points, ...own, ...below], answerAt: 0 };
  }
  const asked = followUpAt(parts, followUp);
  if (asked === undefined) return null;
  const title = `Follow-up ${Math.ceil(followUp / 2)} of ${parts.followUps.length}`;
  const lines = followUpLines(asked, followUp % 2 === 0, options);
  return { lines: [rule(title, options), ...lines], answerAt: 0 };
}

/** What was typed, and what the answer names that it does not. */
function ownLines(typed: string, missing: readonly string[], options: RenderOptions): string[] {
  const own = [rule('Your answer', options), ...renderPlain(typed, options)];
  if (missing.length === 0) return own;
  const bullets = missing.map((text) => `- ${text}`).join('\n');
  return [
    ...own,
    '',
    rule('Possibly missing from yours', options),
    ...renderMarkdown(bullets, options),
  ];
}

function below(own: Answer, answer: Answer, options: RenderOptions): string[] {
  return [...own(options.width), '', rule('Answer', options), ...answer(options.width)];
}

function beside(own: Answer, answer: Answer, options: RenderOptions): string[] {
  const width = Math.floor((options.width - 3) / 2);
  const half = { ...options, width };
  const left = own(width);
  const right = [rule('Answer', half), ...answer(width)];
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, at) =>
    `${padEnd(left[at] ?? '', width)} │ ${right[at] ?? ''}`.trimEnd(),
  );
}

/** A line with a title in it, as wide as the text. */
export function rule(title: string, { width, colors, linear }: RenderOptions): string {
  if (linear) return `${title}:`;
  const line = `── ${title} ${'─'.repeat(Math.max(0, width - title.length - 4))}`;
  return styled(line, 'dim', colors);
}

import type { InterviewDesk, InterviewView } from '../../app/interview/interview.js';
import type { RenderOptions } from '../markdown/render.js';
import { answerBody, questionBody } from '../review/body.js';
import {
  type Look,
  type PicturedBody,
  picturesApart,
  type TextLayout,
  textLayout,
  textOptions,
} from '../review/layout.js';
import type { Link } from '../review/link-lines.js';
import { linksLayout } from '../review/links-layout.js';
import type { ScreenState } from '../review/screen-state.js';
import type { Size } from '../terminal/run-screen.js';
import { type Clocks, clocksOf } from './clock.js';
import { interviewHelp } from './help.js';
import { reportLines } from './report-lines.js';

/** A question or its answer, laid out. */
export interface QuestionLayout extends PicturedBody {
  readonly kind: 'question';
  readonly view: InterviewView & { readonly record: NonNullable<InterviewView['record']> };
  readonly clocks: Clocks;
  readonly height: number;
  readonly margin: number;
  readonly isRecording: boolean;
  readonly starsShown: boolean;
  /** Is a follow-up asked next? */
  readonly hasFollowUp: boolean;
  readonly hintsShown: boolean;
  readonly spaceScrolls: boolean;
}

export type InterviewLayout = QuestionLayout | TextLayout;

export interface InterviewLayoutInput {
  readonly desk: InterviewDesk;
  readonly state: ScreenState;
  readonly size: Size;
  readonly look: Look;
  readonly hideStars: boolean;
  readonly spaceScrolls: boolean;
  /** ms since 1970. */
  readonly now: number;
  /** Draws the body, or gives the one drawn before for the same; there are so many rows for it. */
  readonly bodyOf: (
    view: QuestionLayout['view'],
    state: ScreenState,
    options: RenderOptions,
    rows: number,
  ) => PicturedBody;
  /** What can be opened of the card. */
  readonly links: () => readonly Link[];
}

const HEADER_ROWS = 3;
const FOOTER_ROWS = 2;
/** Rows from which a second line of keys is worth its place. */
const HINT_ROWS = 16;

/** Lays out what is to be seen: the question, the help over it, or the report. */
export function interviewLayout(input: InterviewLayoutInput): InterviewLayout {
  const { desk, state, size, look } = input;
  const view = desk.view();
  if (!isAsking(view)) return reportLayout(desk, size, look);
  if (state.overlay === 'links') return linksLayout(input.links(), size);
  if (state.overlay !== 'none') {
    return textLayout(
      'Help',
      interviewHelp(textOptions(size, look)),
      [
        ['j k', 'scroll'],
        ['Esc', 'back'],
      ],
      size,
    );
  }
  return questionLayout(input, view);
}

function isAsking(view: InterviewView): view is QuestionLayout['view'] {
  return view.record !== null;
}

function reportLayout(desk: InterviewDesk, size: Size, look: Look): TextLayout {
  const { width } = textOptions(size, look);
  const lines = reportLines(desk.report(), { width, colors: look.colors });
  return textLayout(
    'Mock interview',
    ['', ...lines],
    [
      ['u', 'back'],
      ['j k', 'scroll'],
      ['q', 'quit'],
    ],
    size,
  );
}

function questionLayout(input: InterviewLayoutInput, view: QuestionLayout['view']): QuestionLayout {
  const { desk, state, size, look, hideStars, now } = input;
  const { margin, ...options } = textOptions(size, look);
  const hintsShown = size.rows >= HINT_ROWS;
  const height = Math.max(1, size.rows - HEADER_ROWS - FOOTER_ROWS - (hintsShown ? 1 : 0));
  return {
    kind: 'question',
    view,
    clocks: clocksOf(view.interview, now),
    ...input.bodyOf(view, state, options, height),
    height,
    margin,
    isRecording: view.isRecording,
    starsShown: view.interview.phase !== 'question' || !hideStars,
    hasFollowUp: desk.hasFollowUp(),
    hintsShown,
    spaceScrolls: input.spaceScrolls,
  };
}

/** Draws what scrolls: the question with what is typed, or with its answer. */
export function interviewBody(
  { interview, record, parts }: QuestionLayout['view'],
  state: ScreenState,
  isWhole: boolean,
  options: RenderOptions,
): PicturedBody {
  if (interview.phase === 'question') {
    return picturesApart(questionBody(record, state.typing, options));
  }
  const side = { answer: record.card.answer, parts, isWhole };
  const steps = { ...state, typed: interview.typed, followUp: interview.step };
  return picturesApart(answerBody(record, side, steps, options));
}

import { createInterface } from 'node:readline';
import type { InterviewDesk, InterviewView } from '../../app/interview/interview.js';
import { VivaError } from '../../model/error.js';
import { parseRating, RATING_NAMES } from '../../model/rating.js';
import { starText } from '../../model/text/star-text.js';
import { visibleLine } from '../../model/text/visible-text.js';
import { questionAt } from '../../review/interview.js';
import { clocksOf } from '../../tui/interview/clock.js';
import { renderMarkdown } from '../../tui/markdown/render.js';
import { followUpAt } from '../../tui/review/answer-side.js';
import type { Context } from '../contract/context.js';
import { writeLines } from '../shared/output/write.js';
import {
  freshAnswer,
  type PlainAnswer,
  plainAnswerLines,
  plainRatings,
  tickPlainly,
} from './plain-answer.js';

const TEXT_WIDTH = 80;
const HELP =
  'Enter or a typed answer: the answer · 1-4 or again/hard/good/easy: rate · p 1 3: points named · m or Enter: follow-up · n: next · u: back · q: end';

/**
 * Interviews line by line: text out, a line in. Works in pipes, on simple
 * terminals and with screen readers; the end of input ends the interview.
 */
export async function plainInterview(desk: InterviewDesk, context: Context): Promise<void> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  writeLines(context, [HELP]);
  show(desk.view(), context);
  let plain = freshAnswer();
  for await (const line of lines) {
    const before = desk.view();
    const said = attempt(desk, line.trim(), plain, context);
    const after = desk.view();
    if (said !== null) writeLines(context, [said].flat());
    if (questionAt(before.interview) !== questionAt(after.interview)) plain = freshAnswer();
    if (after !== before && after.notice !== null) writeLines(context, [after.notice]);
    if (after.interview.phase === 'finished') break;
    if (after.interview !== before.interview) show(after, context);
  }
  lines.close();
  writeLines(context, ['']);
}

// A rating that cannot be written is said; the question stays.
function attempt(
  desk: InterviewDesk,
  line: string,
  plain: PlainAnswer,
  context: Context,
): string | string[] | null {
  try {
    return act(desk, line, plain, context);
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    return `${error.message} ${error.hint}`;
  }
}

function act(
  desk: InterviewDesk,
  line: string,
  plain: PlainAnswer,
  context: Context,
): string | string[] | null {
  const { interview } = desk.view();
  const isAsking = interview.phase === 'question';
  const word = line.toLowerCase();
  const rating = parseRating(word);
  if (rating !== undefined) {
    if (isAsking) return 'See the answer first: press Enter.';
    if (interview.phase === 'follow-up') return 'See its answer first: press Enter.';
    desk.rate(rating, plain.ticks);
    return desk.view().notice === null ? RATING_NAMES[rating] : null;
  }
  if (word === 'n' || word === 'q' || word === 'u' || word === '?') return control(desk, word);
  if (!isAsking) return onAnswer(desk, word, plain, context);
  desk.reveal(line === '' ? null : line);
  return null;
}

/** Takes what is said of an answer, beside its rating. */
function onAnswer(
  desk: InterviewDesk,
  word: string,
  plain: PlainAnswer,
  context: Context,
): string | string[] | null {
  const { interview, parts } = desk.view();
  const ticked = tickPlainly(word, parts, plain, options(context));
  if (ticked !== null) return ticked;
  if (word !== '' && word !== 'm') return HELP;
  if (interview.phase !== 'follow-up' && !desk.hasFollowUp()) {
    return 'Rate it: 1 Again, 2 Hard, 3 Good, 4 Easy.';
  }
  desk.stepOn();
  return null;
}

function control(desk: InterviewDesk, word: 'n' | 'q' | 'u' | '?'): string | null {
  switch (word) {
    case 'n':
      desk.skip();
      return 'No rating.';
    case 'u':
      return desk.undo() ? null : 'There is nothing to undo.';
    case 'q':
      desk.quit();
      return null;
    case '?':
      return HELP;
  }
}

function show(view: InterviewView, context: Context): void {
  if (view.interview.phase === 'question') showQuestion(view, context);
  else if (view.interview.step > 0) showFollowUp(view, context);
  else showAnswer(view, context);
}

function options({ stdout }: Context) {
  const width = Math.min(TEXT_WIDTH, stdout.columns);
  return { width, colors: stdout.colors, hyperlinks: false, linear: true };
}

function showQuestion({ interview, record }: InterviewView, context: Context): void {
  if (record === null) return;
  const { card } = record;
  const { title, part } = card.module;
  const place = [title, part, starText(card.stars), card.companies.join(', ')].filter(Boolean);
  const { question, inAll } = clocksOf(interview, context.now());
  writeLines(context, [
    '',
    `[${questionAt(interview) + 1}/${interview.questions.length}] ${visibleLine(place.join(' · '))}`,
    `${question.text} for this one, total ${inAll.text} of ${inAll.whole}`,
    '',
    ...renderMarkdown(card.question, options(context)),
    '',
  ]);
}

function showFollowUp({ interview, parts, preview }: InterviewView, context: Context): void {
  const { step, phase } = interview;
  const asked = followUpAt(parts, step);
  if (asked === undefined) return;
  const isAnswered = phase === 'answer';
  const { text } = clocksOf(interview, context.now()).question;
  const head = isAnswered
    ? 'Its answer:'
    : `Follow-up ${Math.ceil(step / 2)}, ${text} for its answer; then press Enter:`;
  const body = isAnswered ? asked.answer : asked.question;
  writeLines(context, [
    head,
    ...renderMarkdown(body, options(context)),
    ...(isAnswered ? ['', plainRatings(preview)] : []),
  ]);
}

function showAnswer({ interview, record, parts, preview }: InterviewView, context: Context): void {
  if (record === null) return;
  const { question } = clocksOf(interview, context.now());
  const isWhole = context.settings().answerFirst === 'whole';
  const left = question.tone === 'over' ? `${question.text} over` : `${question.text} left`;
  writeLines(context, [
    `Answer (${left} of ${question.whole}):`,
    ...plainAnswerLines({ answer: record.card.answer, parts, isWhole }, options(context)),
    '',
    plainRatings(preview),
  ]);
}

import { createInterface } from 'node:readline';
import type { InterviewDesk, InterviewView } from '../../app/interview/interview.js';
import type { Card } from '../../model/card.js';
import { VivaError } from '../../model/error.js';
import { parseRating, RATING_NAMES } from '../../model/rating.js';
import { questionAt } from '../../review/interview.js';
import { clocksOf } from '../../tui/interview/clock.js';
import { type RenderOptions, renderMarkdown } from '../../tui/markdown/render.js';
import { followUpAt } from '../../tui/review/answer-side.js';
import type { SecondOpinion } from '../../tui/review/opinion.js';
import type { AnswerHistory, CardEditor } from '../../tui/review/ports.js';
import type { Context } from '../contract/context.js';
import { writeLines, writeSentences } from '../shared/output/write.js';
import {
  comparedPlainly,
  freshAnswer,
  type PlainAnswer,
  plainAnswerLines,
  plainRatings,
  tickPlainly,
} from './plain-answer.js';
import { plainOptions, showPlainQuestion } from './plain-question.js';

const HELP =
  'Enter: the answer, or first type your own · 1 Again, 2 Hard, 3 Good, 4 Easy · p 1 3: the points you named · m: a follow-up · s: skip · n: new card · u: back · q: end';
const SEE_FIRST = 'See the answer first: press Enter.';

/** What an interview line by line needs of the world, as the screen does. */
export interface PlainInterviewPorts extends AnswerHistory {
  readonly write: CardEditor['write'];
  readonly opinion: SecondOpinion;
}

/** An interview line by line, between two lines. */
interface PlainInterview {
  readonly desk: InterviewDesk;
  readonly ports: PlainInterviewPorts;
  readonly options: RenderOptions;
  readonly plain: PlainAnswer;
}

/**
 * Interviews line by line: text out, a line in. Works in pipes, on simple
 * terminals and with screen readers; the end of input ends the interview.
 */
export async function plainInterview(
  desk: InterviewDesk,
  context: Context,
  ports: PlainInterviewPorts,
): Promise<void> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  writeSentences(context, [HELP]);
  show(desk.view(), context);
  let plain = freshAnswer();
  for await (const line of lines) {
    const before = desk.view();
    const said = await attempt(line.trim(), { desk, ports, plain, options: plainOptions(context) });
    const after = desk.view();
    writeSentences(context, said);
    if (questionAt(before.interview) !== questionAt(after.interview)) plain = freshAnswer();
    if (after !== before && after.notice !== null) writeSentences(context, [after.notice]);
    if (after.interview.phase === 'finished') break;
    if (after.interview !== before.interview) show(after, context);
  }
  lines.close();
  writeLines(context, ['']);
}

// A rating that cannot be written is said; the question stays.
async function attempt(line: string, given: PlainInterview): Promise<readonly string[]> {
  try {
    return await act(line, given);
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    return [`${error.message} ${error.hint}`];
  }
}

async function act(line: string, given: PlainInterview): Promise<readonly string[]> {
  const { desk, plain } = given;
  const { interview, record } = desk.view();
  const word = line.toLowerCase();
  const rating = parseRating(word);
  if (rating !== undefined) {
    if (interview.phase !== 'answer') return [SEE_FIRST];
    desk.rate(rating, plain.ticks);
    return desk.view().notice === null ? [RATING_NAMES[rating]] : [];
  }
  const control = CONTROLS[word];
  if (control !== undefined) return control(given);
  if (interview.phase !== 'question') return onAnswer(word, given);
  const typed = /^t(?:\s+(.*))?$/is.exec(line)?.[1]?.trim() ?? (word === 't' ? '' : line);
  desk.reveal(typed === '' ? null : typed);
  return typed === '' || record === null ? [] : told(typed, record.card, given);
}

/** Keeps a typed answer, and says what it names and what it may lack. */
function told(typed: string, card: Card, { desk, ports, options }: PlainInterview) {
  ports.keepAnswer(card.id, typed);
  return comparedPlainly({ card, parts: desk.view().parts, typed }, ports.opinion, options);
}

/** Takes what is said of an answer, beside its rating. */
function onAnswer(word: string, { desk, plain, options }: PlainInterview): string[] {
  const { interview, parts } = desk.view();
  const ticked = tickPlainly(word, parts, plain, options);
  if (ticked !== null) return ticked;
  if (word !== '' && word !== 'm') return [HELP];
  if (interview.phase !== 'follow-up' && !desk.hasFollowUp()) {
    return ['Rate it: 1 Again, 2 Hard, 3 Good, 4 Easy.'];
  }
  desk.stepOn();
  return [];
}

/** The keys that mean the same whatever is shown. */
const CONTROLS: Readonly<Record<string, (given: PlainInterview) => string[]>> = {
  s({ desk }) {
    desk.skip();
    return ['Skipped without a rating.'];
  },
  n: ({ desk, ports }) => [ports.write(desk.view().record?.card.module.title ?? null).text],
  u: ({ desk }) => (desk.undo() ? [] : ['There is nothing to undo.']),
  q({ desk }) {
    desk.quit();
    return [];
  },
  '?': () => [HELP],
};

function show(view: InterviewView, context: Context): void {
  if (view.interview.phase === 'question') showQuestion(view, context);
  else if (view.interview.step > 0) showFollowUp(view, context);
  else showAnswer(view, context);
}

function showQuestion({ interview, record }: InterviewView, context: Context): void {
  if (record === null) return;
  const { question, inAll } = clocksOf(interview, context.now());
  showPlainQuestion(
    record.card,
    `${questionAt(interview) + 1}/${interview.questions.length}`,
    context,
    [`${question.text} for this one, total ${inAll.text} of ${inAll.whole}`],
  );
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
    ...renderMarkdown(body, plainOptions(context)),
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
    ...plainAnswerLines({ answer: record.card.answer, parts, isWhole }, plainOptions(context)),
    '',
    plainRatings(preview),
  ]);
}

import { createInterface } from 'node:readline';
import type { InterviewDesk, InterviewView } from '../../app/interview/interview.js';
import { VivaError } from '../../model/error.js';
import { parseRating, RATING_NAMES, RATINGS } from '../../model/rating.js';
import { starText } from '../../model/star-text.js';
import { visibleLine } from '../../model/visible-text.js';
import { questionAt } from '../../review/interview.js';
import { intervalText } from '../../schedule/interval-text.js';
import { clocksOf } from '../../tui/interview/clock.js';
import { renderMarkdown } from '../../tui/markdown/render.js';
import type { Context } from '../contract/context.js';
import { writeLines } from '../shared/write.js';

const TEXT_WIDTH = 80;
const HELP =
  'Enter or a typed answer: the answer · 1-4 or again/hard/good/easy: rate · n: next · u: back · q: end';

/**
 * Interviews line by line: text out, a line in. Works in pipes, on simple
 * terminals and with screen readers; the end of input ends the interview.
 */
export async function plainInterview(desk: InterviewDesk, context: Context): Promise<void> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  writeLines(context, [HELP]);
  show(desk.view(), context);
  for await (const line of lines) {
    const before = desk.view();
    const said = attempt(desk, line.trim());
    const after = desk.view();
    if (said !== null) writeLines(context, [said]);
    if (after !== before && after.notice !== null) writeLines(context, [after.notice]);
    if (after.interview.phase === 'finished') break;
    if (after.interview !== before.interview) show(after, context);
  }
  lines.close();
  writeLines(context, ['']);
}

// A rating that cannot be written is said; the question stays.
function attempt(desk: InterviewDesk, line: string): string | null {
  try {
    return act(desk, line);
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    return `${error.message} ${error.hint}`;
  }
}

function act(desk: InterviewDesk, line: string): string | null {
  const isAsking = desk.view().interview.phase === 'question';
  const word = line.toLowerCase();
  const rating = parseRating(word);
  if (rating !== undefined) {
    if (isAsking) return 'See the answer first: press Enter.';
    desk.rate(rating);
    return desk.view().notice === null ? RATING_NAMES[rating] : null;
  }
  if (word === 'n' || word === 'q' || word === 'u' || word === '?') return control(desk, word);
  if (!isAsking) return line === '' ? 'Rate it: 1 Again, 2 Hard, 3 Good, 4 Easy.' : HELP;
  desk.reveal(line === '' ? null : line);
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
  else showAnswer(view, context);
}

function options({ stdout }: Context) {
  const width = Math.min(TEXT_WIDTH, stdout.columns);
  return { width, colors: stdout.colors, hyperlinks: false };
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

function showAnswer({ interview, record, preview }: InterviewView, context: Context): void {
  if (record === null) return;
  const { question } = clocksOf(interview, context.now());
  const left = question.tone === 'over' ? `${question.text} over` : `${question.text} left`;
  const ratings = RATINGS.map((rating) => {
    const interval = preview === null ? '' : ` ${intervalText(preview[rating])}`;
    return `${rating} ${RATING_NAMES[rating]}${interval}`;
  });
  writeLines(context, [
    `Answer (${left} of ${question.whole}):`,
    ...renderMarkdown(record.card.answer, options(context)),
    '',
    ratings.join(' · '),
  ]);
}

import { createInterface } from 'node:readline';
import { type PlanStatus, statusText } from '../../app/plan/status.js';
import type { ReviewDesk } from '../../app/review/desk.js';
import type { DeskView } from '../../app/review/view.js';
import { parseRating, RATING_NAMES } from '../../model/rating.js';
import { starText } from '../../model/star-text.js';
import { visibleLine } from '../../model/visible-text.js';
import { renderMarkdown } from '../../tui/markdown/render.js';
import type { Context } from '../contract/context.js';
import { writeLines } from '../shared/write.js';
import {
  followUpPlainly,
  freshAnswer,
  type PlainAnswer,
  plainAnswerLines,
  plainRatings,
  tickPlainly,
} from './plain-answer.js';

const TEXT_WIDTH = 80;
const HELP =
  'Enter: answer · 1-4 or again/hard/good/easy: rate · p 1 3: points named · m: follow-up · u: undo · s: suspend · b: bury · f: flag · q: end';

/**
 * Reviews line by line: text out, a line in. Works in pipes, on simple
 * terminals and with screen readers; the end of input ends the session.
 */
export async function plainReview(desk: ReviewDesk, context: Context): Promise<void> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  writeLines(context, [HELP, ...desk.view().plans.map(planLine), '']);
  showQuestion(desk.view(), context);
  let plain = freshAnswer();
  for await (const line of lines) {
    const before = desk.view();
    const change = desk.catchUp();
    if (change !== null) writeLines(context, [change.notice]);
    // A line is meant for what was seen: where the card has made way, it is not taken for the next.
    const word = line.trim().toLowerCase();
    const said = change?.moved && word !== 'q' ? null : act(desk, word, plain, context);
    if (said !== null) writeLines(context, [said].flat());
    const after = desk.view();
    if (after.session.phase === 'finished') break;
    if (isOther(before, after)) plain = freshAnswer();
    show(before, after, context);
  }
  lines.close();
  if (desk.view().session.phase !== 'finished') desk.quit();
}

function planLine(status: PlanStatus): string {
  return visibleLine(statusText(status, Number.POSITIVE_INFINITY));
}

function act(
  desk: ReviewDesk,
  word: string,
  plain: PlainAnswer,
  context: Context,
): string | string[] | null {
  const { session, parts } = desk.view();
  const answered = session.phase === 'answer';
  const rating = parseRating(word);
  if (rating !== undefined) return rate(desk, rating, answered, plain);
  const isOfAnswer = word === 'm' || /^p\b/.test(word);
  if (isOfAnswer && !answered) return 'See the answer first: press Enter.';
  if (word === 'm') return followUpPlainly(parts, plain, options(context));
  const ticked = tickPlainly(word, parts, plain, options(context));
  if (ticked !== null) return ticked;
  switch (word) {
    case '':
      if (!answered) desk.reveal();
      return answered ? 'Rate it: 1 Again, 2 Hard, 3 Good, 4 Easy.' : null;
    case 'u':
      return desk.undo().length === 0 ? 'There is nothing to undo.' : 'Undone.';
    case 's':
      desk.suspend();
      return 'Suspended.';
    case 'b':
      desk.bury();
      return 'Put off till tomorrow.';
    case 'f':
      desk.toggleFlag();
      return 'Flag changed.';
    case 'q':
      desk.quit();
      return null;
    default:
      return HELP;
  }
}

function rate(
  desk: ReviewDesk,
  rating: 1 | 2 | 3 | 4,
  answered: boolean,
  { ticks }: PlainAnswer,
): string | null {
  if (!answered) return 'See the answer first: press Enter.';
  desk.rate(rating, ticks);
  return desk.view().notice ?? RATING_NAMES[rating];
}

function show(before: DeskView, after: DeskView, context: Context): void {
  if (isOther(before, after)) showQuestion(after, context);
  else if (before.session.phase === 'question' && after.session.phase === 'answer') {
    showAnswer(after, context);
  }
}

function isOther(before: DeskView, after: DeskView): boolean {
  return (
    before.record?.card.id !== after.record?.card.id ||
    before.session.shownAt !== after.session.shownAt
  );
}

function options(context: Context) {
  const width = Math.min(TEXT_WIDTH, context.stdout.columns);
  return { width, colors: context.stdout.colors, hyperlinks: false };
}

function showQuestion({ record, session }: DeskView, context: Context): void {
  if (record === null) return;
  const { card } = record;
  const { title, part } = card.module;
  const place = [title, part, starText(card.stars), card.companies.join(', ')].filter(Boolean);
  writeLines(context, [
    '',
    `[${session.reviews.length + 1}] ${visibleLine(place.join(' · '))}`,
    '',
    ...renderMarkdown(card.question, options(context)),
    '',
  ]);
}

function showAnswer({ record, parts, preview }: DeskView, context: Context): void {
  if (record === null) return;
  writeLines(context, [
    'Answer:',
    ...plainAnswerLines(record.card.answer, parts, context.settings(), options(context)),
    '',
    plainRatings(preview),
  ]);
}

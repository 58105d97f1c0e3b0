import { createInterface } from 'node:readline';
import { type PlanStatus, statusText } from '../../app/plan/status.js';
import type { ReviewDesk } from '../../app/review/desk.js';
import type { DeskView } from '../../app/review/view.js';
import { visibleLine } from '../../model/text/visible.js';
import { countPools } from '../../review/pools.js';
import { endMoved, progressOf, progressText } from '../../review/progress.js';
import type { Context } from '../contract/context.js';
import { writeLines, writeSentences } from '../shared/output/write.js';
import { freshAnswer, plainAnswerLines, plainRatings } from './plain-answer.js';
import { actAtEnd, actOnLine, type PlainPorts, type PlainReview } from './plain-keys.js';
import { plainOptions, showPlainQuestion } from './plain-question.js';

const HELP = 'Enter: the answer · 1 Again, 2 Hard, 3 Good, 4 Easy · ?: all keys · q: end';

/**
 * Reviews line by line: text out, a line in. Works in pipes, on simple
 * terminals and with screen readers; the end of input ends the session.
 */
export async function plainReview(
  desk: ReviewDesk,
  context: Context,
  ports: PlainPorts,
): Promise<void> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  writeSentences(context, [HELP, ...desk.view().plans.map(planLine)]);
  showQuestion(desk.view(), context);
  let plain = freshAnswer();
  for await (const line of lines) {
    const before = desk.view();
    const text = line.trim();
    const review = { desk, ports, plain, options: plainOptions(context) };
    if (before.session.phase !== 'finished') writeSentences(context, await takeLine(text, review));
    else if (!actAtEnd(text, desk)) break;
    const after = desk.view();
    const moved = endMoved(before.session, after.session);
    if (moved !== null) writeSentences(context, [moved]);
    if (after.session.phase !== 'finished') show(before, after, context, ports, plain.isStale);
    else if (!offersMore(desk, context)) break;
    plain = isOther(before, after) ? freshAnswer() : { ...plain, isStale: false };
  }
  lines.close();
  if (desk.view().session.phase !== 'finished') desk.quit();
}

/** Does what a line asks for, on what is so now. Returns what to say of both. */
async function takeLine(line: string, review: PlainReview): Promise<readonly string[]> {
  const change = review.desk.catchUp();
  const news = change === null ? [] : [change.notice];
  // A line is meant for what was seen: where the card has made way, it is not taken for the next.
  if (change?.moved && line !== 'q') return news;
  return [...news, ...(await actOnLine(line, review))];
}

/** Says what the end of the session offers beside going. Returns whether it offers anything. */
function offersMore(desk: ReviewDesk, context: Context): boolean {
  const { session } = desk.view();
  const { moreNew, missed, moreOfPlan } = desk.summary();
  const keys = [
    ...(moreNew > 0 ? ['n: learn more new cards'] : []),
    ...(moreOfPlan === null ? [] : ['p: 10 min more of the plan']),
    ...(missed.length > 0 ? ['m: the missed ones again'] : []),
  ];
  if (session.endReason === 'quit' || keys.length === 0) return false;
  writeSentences(context, ['', 'End of the session.', [...keys, 'u: undo', 'q: end'].join(' · ')]);
  return true;
}

function planLine(status: PlanStatus): string {
  return visibleLine(statusText(status, Number.POSITIVE_INFINITY));
}

function show(
  before: DeskView,
  after: DeskView,
  context: Context,
  ports: PlainPorts,
  isStale: boolean,
): void {
  const isAnswered = after.session.phase === 'answer';
  if (isStale || isOther(before, after)) showQuestion(after, context);
  if (isAnswered && (isStale || before.session.phase !== 'answer'))
    showAnswer(after, context, ports);
}

function isOther(before: DeskView, after: DeskView): boolean {
  return (
    before.record?.card.id !== after.record?.card.id ||
    before.session.shownAt !== after.session.shownAt
  );
}

function leftText({ pools }: DeskView['session']): string {
  const { fresh, learning, due } = countPools(pools);
  return `${fresh} new, ${learning} learning, ${due} due`;
}

function showQuestion({ record, session }: DeskView, context: Context): void {
  if (record === null) return;
  const progress = `${progressText(progressOf(session))}, ${leftText(session)}`;
  showPlainQuestion(record.card, progress, context);
}

function showAnswer(
  { record, parts, preview }: DeskView,
  context: Context,
  ports: PlainPorts,
): void {
  if (record === null) return;
  const { answer } = record.card;
  const isWhole = context.settings().answerFirst === 'whole';
  const source = answer === '' ? ports.sourceOf(record) : null;
  writeLines(context, [
    'Answer:',
    ...plainAnswerLines({ answer, parts, isWhole, source }, plainOptions(context)),
    '',
    plainRatings(preview),
  ]);
}

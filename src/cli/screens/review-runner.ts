import type { Store } from '../../app/ports.js';
import { backlogReport, backlogText } from '../../app/review/backlog.js';
import { ReviewDesk } from '../../app/review/desk.js';
import type { ReviewRequest } from '../../app/review/request.js';
import type { DeskSummary } from '../../app/review/summary.js';
import { VivaError } from '../../model/error.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { collectGarbage } from '../../platform/garbage.js';
import { typedAnswers } from '../../platform/typed-answers.js';
import { wrapLine } from '../../tui/components/wrap-line.js';
import type { EndSignal } from '../../tui/terminal/screen.js';
import type { Context } from '../contract/context.js';
import { summaryLine } from '../render/session.js';
import { syncingAround } from '../shared/auto-sync.js';
import { backingUpMeanwhile } from '../shared/daily-backup.js';
import { cardEditor } from '../shared/edit/card.js';
import { reviewPorts } from '../shared/in-force.js';
import {
  hasTerminal,
  isDumb,
  isScreenReader,
  supportsHyperlinks,
  wantsLines,
} from '../shared/output/interactive.js';
import { statusAfter } from '../shared/output/signals.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { secondOpinion } from '../shared/second-opinion.js';
import { trainingOffer } from '../shared/training-offer.js';
import { cardPorts } from './card-ports.js';

/**
 * Runs a review on the screen, or line by line with `plain` and on a dumb
 * terminal. With `json` the lines go to standard error, so that standard output
 * holds the summary alone. Returns the exit status.
 */
export async function runReview(
  context: Context,
  store: Store,
  request: ReviewRequest,
  flags: {
    readonly plain: boolean;
    readonly json: boolean;
    readonly plan: boolean;
    /** What to say to somebody who begins; empty for others. */
    greeting(): string[];
  },
): Promise<number> {
  const asksLines = wantsLines(context, flags);
  if (!asksLines) requireTerminal(context);
  const isPlain = asksLines || isDumb(context);
  const ports = await reviewPorts(context, store, flags.plan);
  const desk = new ReviewDesk(request, ports);
  const opening = request.cram ? null : openingOf(desk, context, store, ports.config);
  const said = { opening, greeting: flags.greeting() };
  const signal = await syncingAround(context, store, () =>
    isPlain
      ? runPlain(desk, flags.json ? { ...context, stdout: context.stderr } : context, store, said)
      : backingUpMeanwhile(context, () => runScreen(desk, context, store, said)),
  );
  const summary = desk.summary();
  if (flags.json) writeJson(context, summaryJson(summary));
  else writeLines(context, endLines(summary, context, store));
  return statusAfter(signal);
}

/** What is said before the first card. */
interface Said {
  readonly opening: string | null;
  readonly greeting: readonly string[];
}

/** What stays in the terminal. */
function endLines(summary: DeskSummary, context: Context, store: Store): string[] {
  return [summaryLine(summary), ...trainingOffer(store, context)].flatMap((line) =>
    wrapLine(line, context.stdout.columns),
  );
}

/** What to say before the first card. */
function openingOf(
  desk: ReviewDesk,
  context: Context,
  store: Store,
  config: SchedulerConfig,
): string | null {
  const backlog = desk.backlog();
  if (backlog === null) return null;
  return backlogText(backlogReport(backlog, context.moment(), context.settings(), config, store));
}

function requireTerminal(context: Context): void {
  if (hasTerminal(context)) return;
  throw new VivaError(
    'no-terminal',
    'The review needs a terminal for both input and output.',
    'Run it in a terminal, or line by line with "viva review --plain".',
  );
}

async function runPlain(
  desk: ReviewDesk,
  context: Context,
  store: Store,
  { opening, greeting }: Said,
): Promise<EndSignal | null> {
  const lines = opening === null ? greeting : [...greeting, opening];
  writeLines(
    context,
    lines.flatMap((line) => wrapLine(line, context.stdout.columns)),
  );
  const { plainReview } = await import('./plain-review.js');
  const editor = await cardEditor(context, store);
  await plainReview(desk, context, { editor, ...outside(context, store) });
  return null;
}

async function runScreen(
  desk: ReviewDesk,
  context: Context,
  store: Store,
  { opening, greeting }: Said,
): Promise<EndSignal | null> {
  // Ink's colours (chalk) know FORCE_COLOR alone, and look at it once, when they are loaded.
  if (!context.stdout.colors) process.env.FORCE_COLOR = '0';
  const { startReview } = await import('../../tui/review/start.js');
  const { env } = context;
  return startReview(desk, {
    settings: () => context.settings(),
    opening,
    greeting,
    look: {
      colors: context.stdout.colors,
      hyperlinks: context.stdout.colors && supportsHyperlinks(env),
    },
    colors: context.colors,
    tidyUp: collectGarbage,
    screenReader: isScreenReader(env),
    // Ink draws for a screen reader by itself, and waits for nothing.
    pending: isScreenReader(env) ? () => null : store.flushAside(),
    now: () => context.now(),
    editor: await cardEditor(context, store),
    ...outside(context, store),
  });
}

/** What a review on the screen and one line by line need of the world beside the editor. */
function outside(context: Context, store: Store) {
  return {
    opinion: secondOpinion(context),
    ...typedAnswers(context.paths.database),
    ...cardPorts(context, store),
  };
}

function summaryJson(summary: DeskSummary): object {
  return { session: summary };
}

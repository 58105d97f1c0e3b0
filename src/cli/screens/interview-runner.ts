import type { InterviewRequest } from '../../app/interview/draw-questions.js';
import { InterviewDesk } from '../../app/interview/interview.js';
import { type FullReport, pastInterview } from '../../app/interview/report.js';
import type { Store } from '../../app/ports.js';
import { VivaError } from '../../model/error.js';
import { interviewLog } from '../../platform/interview-log.js';
import { typedAnswers } from '../../platform/typed-answers.js';
import type { EndSignal } from '../../tui/terminal/screen.js';
import type { Context } from '../contract/context.js';
import { interviewJson } from '../render/interview-json.js';
import { syncingAround } from '../shared/auto-sync.js';
import { backingUpMeanwhile } from '../shared/daily-backup.js';
import { cardEditor } from '../shared/edit/card.js';
import { watchInForce } from '../shared/in-force.js';
import { isInteractive, wantsLines } from '../shared/output/interactive.js';
import { statusAfter } from '../shared/output/signals.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { secondOpinion } from '../shared/second-opinion.js';
import { cardPorts } from './card-ports.js';

const MAX_REPORT_WIDTH = 100;

/**
 * Runs an interview on the screen, or line by line with `plain` and where there
 * is no screen; then writes its report. Returns the exit status.
 */
export async function runInterview(
  context: Context,
  store: Store,
  request: InterviewRequest,
  flags: { readonly plain: boolean; readonly json: boolean },
): Promise<number> {
  const inForce = await watchInForce(context, store);
  const desk = new InterviewDesk(request, {
    store,
    log: interviewLog(context.paths.database),
    moment: () => context.moment(),
    get settings() {
      return inForce.settings;
    },
    get config() {
      return inForce.config;
    },
  });
  const signal = await syncingAround(context, store, () =>
    wantsLines(context, flags) || !isInteractive(context)
      ? runPlain(desk, context, store, flags.json)
      : backingUpMeanwhile(context, () => runScreen(desk, context, store)),
  );
  await writeReport(desk, context, flags.json);
  return statusAfter(signal);
}

async function runPlain(
  desk: InterviewDesk,
  context: Context,
  store: Store,
  isJson: boolean,
): Promise<EndSignal | null> {
  const { plainInterview } = await import('./plain-interview.js');
  // The JSON has standard output to itself.
  const spoken = isJson ? { ...context, stdout: context.stderr } : context;
  await plainInterview(desk, spoken, await outside(context, store));
  return null;
}

async function runScreen(
  desk: InterviewDesk,
  context: Context,
  store: Store,
): Promise<EndSignal | null> {
  const { colors } = context.stdout;
  // Ink's colours (chalk) know FORCE_COLOR alone, and look at it once, when they are loaded.
  if (!colors) process.env.FORCE_COLOR = '0';
  const { startInterviewScreen } = await import('../../tui/interview/start.js');
  return startInterviewScreen(desk, {
    colors: context.colors,
    look: { colors, hyperlinks: false },
    ...settingsOf(context),
    now: () => context.now(),
    ...(await outside(context, store)),
    ...cardPorts(context, store),
  });
}

/** What an interview on the screen and one line by line need of the world. */
async function outside(context: Context, store: Store) {
  return {
    opinion: secondOpinion(context),
    write: (await cardEditor(context, store)).write,
    ...typedAnswers(context.paths.database),
  };
}

function settingsOf(context: Context) {
  const { hideStars, spaceScrolls, answerFirst, pictures } = context.settings();
  return { hideStars, spaceScrolls, pictures, wholeAnswers: answerFirst === 'whole' };
}

/** What cannot be kept is said; the report comes all the same. */
function keepOutcome(report: FullReport, context: Context): void {
  const past = pastInterview(report, context.now());
  if (past === null) return;
  try {
    interviewLog(context.paths.database).finish(past);
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    context.stderr.write(`${error.message} ${error.hint}\n`);
  }
}

async function writeReport(desk: InterviewDesk, context: Context, isJson: boolean): Promise<void> {
  if (desk.view().interview.phase !== 'finished') desk.quit();
  const report = desk.report();
  keepOutcome(report, context);
  if (isJson) {
    writeJson(context, interviewJson(report));
    return;
  }
  const { reportLines } = await import('../../tui/interview/report-lines.js');
  const { columns, colors } = context.stdout;
  const width = Math.max(20, Math.min(MAX_REPORT_WIDTH, columns));
  writeLines(context, reportLines(report, { width, colors }));
}

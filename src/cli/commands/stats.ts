import { resolve } from 'node:path';
import * as z from 'zod';
import { computeStatistics, type StatsRequest } from '../../app/stats.js';
import type { StudyDay } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import { visibleLine } from '../../model/visible-text.js';
import { parsePeriodEnd } from '../../stats/period.js';
import type { Statistics } from '../../stats/statistics.js';
import { statisticsText } from '../../tui/stats/tabs.js';
import { knowsUnicode } from '../../tui/stats/unicode.js';
import { defineCommand } from '../command.js';
import type { Context } from '../context.js';
import { usageError } from '../errors.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../query-flags.js';
import { writeJson, writeLines } from '../write.js';

const flags = queryFlags.extend({
  json: z.boolean().default(false),
  csv: z.boolean().default(false),
  html: z.string().min(1, 'it wants the name of a file').optional(),
  plain: z.boolean().default(false),
  ascii: z.boolean().default(false),
  since: z.string().optional(),
  until: z.string().optional(),
});

export const command = defineCommand({
  name: 'stats',
  summary: 'How ready you are: what was done, what is known, what comes.',
  arguments: '[query...]',
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    { flags: '--since <day>', description: 'reviews from a day on: 2026-03-01, 30d, 2w, 6m, 1y' },
    { flags: '--until <day>', description: 'reviews up to a day' },
    { flags: '--plain', description: 'as text, also on a terminal' },
    { flags: '--ascii', description: 'draw with ASCII characters alone' },
    { flags: '--csv', description: 'write one long table of all figures' },
    { flags: '--html <file>', description: 'write a page with charts, to look at or to print' },
  ],
  examples: [
    'viva stats',
    'viva stats company:openai --since 30d',
    'viva stats --json',
    'viva stats --csv > stats.csv',
    'viva stats --html report.html',
  ],
  flags,
  async run(context, words, flags) {
    const store = await context.store();
    const moment = context.moment();
    const request: StatsRequest = {
      query: queryFrom(words, flags, store),
      ...periodFrom(flags, moment),
      moment,
      zone: context.zone,
      settings: context.settings(),
      weights: context.config().weights,
    };
    const statistics = computeStatistics(request, store);
    if (flags.html !== undefined) return writeReport(context, statistics, flags.html, flags.json);
    if (flags.json) writeJson(context, statistics);
    else if (flags.csv) {
      const { csvText } = await import('../../export/csv.js');
      const { STATISTICS_HEADER, statisticsRows } = await import('../../export/statistics-rows.js');
      context.stdout.write(csvText(STATISTICS_HEADER, statisticsRows(statistics)));
    } else return show(context, statistics, flags);
    return 0;
  },
});

/** Shows the dashboard on a terminal, else all of it as text. Gives the exit status. */
async function show(
  context: Context,
  statistics: Statistics,
  flags: { readonly plain: boolean; readonly ascii: boolean },
): Promise<number> {
  const { stdout, env } = context;
  const look = { colors: stdout.colors, ascii: flags.ascii || !knowsUnicode(env) };
  if (flags.plain || !stdout.isTerminal || !process.stdin.isTTY || env.TERM === 'dumb') {
    const width = Math.min(stdout.columns, 80);
    writeLines(context, statisticsText(statistics, { ...look, width }));
    return 0;
  }
  // Ink's colours (chalk) know FORCE_COLOR alone, and look at it once, when they are loaded.
  if (!stdout.colors) process.env.FORCE_COLOR = '0';
  const { startDashboard } = await import('../../tui/stats/start-dashboard.js');
  const signal = await startDashboard(statistics, look);
  return signal === null ? 0 : { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal];
}

async function writeReport(
  context: Context,
  statistics: Statistics,
  name: string,
  json: boolean,
): Promise<number> {
  const { writeStatisticsReport } = await import('../../app/statistics-report.js');
  const file = resolve(context.cwd, name);
  await writeStatisticsReport(statistics, file, context.files);
  if (json) writeJson(context, { file });
  else writeLines(context, [`The report is in ${visibleLine(file)}.`]);
  return 0;
}

function periodFrom(
  given: { readonly since?: string | undefined; readonly until?: string | undefined },
  { today }: Moment,
): Pick<StatsRequest, 'since' | 'until'> {
  const since = readEnd('since', given.since, today);
  const until = readEnd('until', given.until, today);
  if (until !== null && until > today) {
    throw usageError('--until is a day to come.', 'Leave it out to count up to today.');
  }
  if (since !== null && since > (until ?? today)) {
    throw usageError(
      '--since is after the last day that counts.',
      'The period --since..--until must hold at least one day up to today.',
    );
  }
  return { since, until };
}

function readEnd(
  end: 'since' | 'until',
  text: string | undefined,
  today: StudyDay,
): StudyDay | null {
  if (text === undefined) return null;
  const day = parsePeriodEnd(text, end, today);
  if (day !== undefined) return day;
  throw usageError(
    `--${end} is "${text}", which is neither a date nor a span.`,
    'Give a date such as 2026-03-01, or a span back from today: 30d, 2w, 6m, 1y.',
  );
}

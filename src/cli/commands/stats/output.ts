import { visibleText } from '../../../model/text/visible.js';
import type { Statistics } from '../../../stats/statistics.js';
import type { Context } from '../../contract/context.js';
import { isInteractive, wantsLines } from '../../shared/output/interactive.js';
import { statusAfter } from '../../shared/output/signals.js';
import { writeLines } from '../../shared/output/write.js';

/** Shows statistics to a person: the dashboard on a terminal, else text. Returns the exit status. */
export async function showStatistics(
  context: Context,
  statistics: Statistics,
  flags: { readonly plain: boolean },
): Promise<number> {
  const ascii = context.ascii();
  if (wantsLines(context, flags) || !isInteractive(context))
    return writeText(context, statistics, ascii);
  // Ink's colours (chalk) know FORCE_COLOR alone, and look at it once, when they are loaded.
  if (!context.stdout.colors) process.env.FORCE_COLOR = '0';
  const { startDashboard } = await import('../../../tui/stats/start.js');
  const signal = await startDashboard(
    statistics,
    { colors: context.stdout.colors, ascii },
    context.colors,
  );
  return statusAfter(signal);
}

const MAX_TEXT_WIDTH = 110;

async function writeText(
  context: Context,
  statistics: Statistics,
  ascii: boolean,
): Promise<number> {
  const { statisticsText } = await import('../../../tui/stats/tabs.js');
  const { columns, colors } = context.stdout;
  const width = Math.max(20, Math.min(MAX_TEXT_WIDTH, columns));
  writeLines(context, statisticsText(statistics, { width, colors, ascii }));
  return 0;
}

/** Writes the statistics as one long table. */
export async function writeCsv(context: Context, statistics: Statistics): Promise<number> {
  const { csvText } = await import('../../../export/csv.js');
  const { STATISTICS_HEADER, statisticsRows } = await import('../../../export/statistics-rows.js');
  const csv = csvText(STATISTICS_HEADER, statisticsRows(statistics));
  context.stdout.write(context.stdout.isTerminal ? visibleText(csv) : csv);
  return 0;
}

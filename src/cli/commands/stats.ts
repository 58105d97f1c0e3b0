import { resolve } from 'node:path';
import { computeStatistics, type StatsRequest } from '../../app/export/stats.js';
import * as z from '../../model/schema.js';
import { visibleLine } from '../../model/text/visible.js';
import type { Statistics } from '../../stats/statistics.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { plansFor } from '../shared/plans-for.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { storeWithCards } from '../shared/store-with-cards.js';
import { trainingOffer } from '../shared/training-offer.js';
import { showStatistics, writeCsv } from './stats/output.js';
import { PERIOD_OPTIONS, periodFrom } from './stats/period.js';

const flags = z.extend(queryFlags, {
  json: z._default(z.boolean(), false),
  csv: z._default(z.boolean(), false),
  html: z.optional(z.string().check(z.minLength(1, 'must be the name of a file'))),
  plain: z._default(z.boolean(), false),
  since: z.optional(z.string()),
  until: z.optional(z.string()),
});

export const command = defineCommand({
  name: 'stats',
  summary: 'Statistics: how ready you are, what you did, what is coming.',
  arguments: '[query...]',
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    ...PERIOD_OPTIONS,
    { flags: '--csv', description: 'print all figures as one CSV table' },
    {
      flags: '--html <file>',
      description: 'write a web page with charts, to view or print',
      values: 'file',
    },
    { flags: '--plain', description: 'print text, even on a terminal' },
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
    if (flags.csv && flags.json) throw usageError('--csv and --json exclude each other.');
    const store = await storeWithCards(context);
    const moment = context.moment();
    const request: StatsRequest = {
      query: queryFrom(words, flags, store, context.moment()),
      ...periodFrom(flags, moment),
      moment,
      zone: context.zone,
      settings: context.settings(),
      weights: (await context.config()).weights,
      plans: await plansFor(context, store),
    };
    const statistics = computeStatistics(request, store);
    if (flags.html !== undefined) return writeReport(context, statistics, flags.html, flags.json);
    if (flags.csv) return writeCsv(context, statistics);
    if (flags.json) {
      writeJson(context, statistics);
      return 0;
    }
    const status = await showStatistics(context, statistics, flags);
    writeLines(context, trainingOffer(store, context));
    return status;
  },
});

async function writeReport(
  context: Context,
  statistics: Statistics,
  name: string,
  json: boolean,
): Promise<number> {
  const { writeStatisticsReport } = await import('../../app/export/statistics-report.js');
  const file = resolve(context.cwd, name);
  await writeStatisticsReport(statistics, file, context.files);
  if (json) writeJson(context, { file });
  else writeLines(context, [`The report is in ${visibleLine(file)}.`]);
  return 0;
}

import { backlogReport, findBacklog } from '../../app/review/backlog.js';
import { type DueReport, dueReport } from '../../app/review/due.js';
import * as z from '../../model/schema.js';
import { defineCommand } from '../contract/command.js';
import { dueText } from '../render/due.js';
import { planStatusJson } from '../render/plan-json.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { plansFor } from '../shared/plans-for.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { storeWithCards } from '../shared/store-with-cards.js';

export const command = defineCommand({
  name: 'due',
  summary: 'What is due today and on the coming days.',
  arguments: '[query...]',
  takesQuery: true,
  options: QUERY_OPTIONS,
  examples: [
    'viva due',
    'viva due company:google difficulty:3',
    'viva due --part Inference --json',
  ],
  flags: z.extend(queryFlags, { json: z._default(z.boolean(), false) }),
  bareFlags: { json: false },
  async run(context, words, flags) {
    const store = await storeWithCards(context);
    const query = queryFrom(words, flags, store, context.moment());
    const plans = await plansFor(context, store);
    const moment = context.moment();
    const settings = context.settings();
    const found = findBacklog(moment, settings, store);
    const config = await context.config();
    const report = dueReport(query, moment, settings, store, plans, found, config);
    const backlog = found && backlogReport(found, moment, settings, config, store);
    if (flags.json) writeJson(context, { ...dueJson(report, moment.now), backlog });
    else writeLines(context, dueText(report, context, backlog));
    return 0;
  },
});

function dueJson(report: DueReport, now: number): object {
  return { ...report, plans: report.plans.map((status) => planStatusJson(status, now)) };
}

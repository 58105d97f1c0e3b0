import * as z from 'zod';
import { type DueReport, dueReport } from '../../app/due.js';
import { defineCommand } from '../command.js';
import { plansFor } from '../plans-for.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../query-flags.js';
import { dueText } from '../render/due.js';
import { planStatusJson } from '../render/plan-json.js';
import { writeJson, writeLines } from '../write.js';

export const command = defineCommand({
  name: 'due',
  summary: 'What is waiting today and on the next days.',
  arguments: '[query...]',
  takesQuery: true,
  options: QUERY_OPTIONS,
  examples: [
    'viva due',
    'viva due company:google difficulty:3',
    'viva due --part Inference --json',
  ],
  flags: queryFlags.extend({ json: z.boolean().default(false) }),
  async run(context, words, flags) {
    const store = await context.store();
    const query = queryFrom(words, flags, store);
    const plans = await plansFor(context, store);
    const moment = context.moment();
    const report = dueReport(query, moment, context.settings(), store, plans);
    if (flags.json) writeJson(context, dueJson(report, moment.now));
    else writeLines(context, dueText(report, context));
    return 0;
  },
});

function dueJson(report: DueReport, now: number): object {
  return { ...report, plans: report.plans.map((status) => planStatusJson(status, now)) };
}

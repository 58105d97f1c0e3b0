import * as z from 'zod';
import { dueReport } from '../../app/due.js';
import { defineCommand } from '../command.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../query-flags.js';
import { dueText } from '../render/due.js';
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
    const report = dueReport(query, context.moment(), context.settings(), store);
    if (flags.json) writeJson(context, report);
    else writeLines(context, dueText(report, context));
    return 0;
  },
});

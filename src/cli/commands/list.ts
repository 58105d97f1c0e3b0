import * as z from 'zod';
import { defineCommand } from '../command.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../query-flags.js';
import { cardJson } from '../render/card-json.js';
import { listText } from '../render/list.js';
import { writeJson, writeLines } from '../write.js';

export const command = defineCommand({
  name: 'list',
  summary: 'Cards as a table.',
  arguments: '[query...]',
  takesQuery: true,
  options: [...QUERY_OPTIONS, { flags: '--limit <n>', description: 'at most so many cards' }],
  examples: [
    'viva list company:anthropic difficulty:3',
    'viva list is:flagged --limit 20',
    'viva list attention softmax --json',
  ],
  flags: queryFlags.extend({
    limit: z.coerce
      .number('it wants a number')
      .int('it wants a whole number')
      .min(1, 'it wants 1 or more')
      .optional(),
    json: z.boolean().default(false),
  }),
  async run(context, words, flags) {
    const store = await context.store();
    const moment = context.moment();
    const query = queryFrom(words, flags, store);
    const records = store.find(query, moment, flags.limit);
    if (flags.json) {
      writeJson(context, { cards: records.map((record) => cardJson(record, context)) });
      return 0;
    }
    const total = flags.limit === undefined ? records.length : store.count(query, moment);
    writeLines(context, listText(records, total, moment, context));
    return 0;
  },
});

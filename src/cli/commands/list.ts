import * as z from '../../model/schema.js';
import { defineCommand } from '../contract/command.js';
import { cardJson } from '../render/card-json.js';
import { listText } from '../render/list.js';
import { wholeNumberFlag } from '../shared/number-flags.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { storeWithCards } from '../shared/store-with-cards.js';

export const command = defineCommand({
  name: 'list',
  summary: 'Cards as a table.',
  arguments: '[query...]',
  takesQuery: true,
  options: [...QUERY_OPTIONS, { flags: '--limit <n>', description: 'at most this many cards' }],
  examples: [
    'viva list company:anthropic difficulty:3',
    'viva list is:flagged --limit 20',
    'viva list attention softmax --json',
  ],
  flags: z.extend(queryFlags, {
    limit: z.optional(wholeNumberFlag(1)),
    json: z._default(z.boolean(), false),
  }),
  async run(context, words, flags) {
    const store = await storeWithCards(context);
    const moment = context.moment();
    const query = queryFrom(words, flags, store, context.moment());
    const records = store.find(query, moment, flags.limit);
    if (flags.json) {
      writeJson(context, { cards: records.map((record) => cardJson(record, context)) });
      return 0;
    }
    const total = flags.limit === undefined ? records.length : store.count(query, moment);
    writeLines(context, await listText(records, total, moment, context));
    return 0;
  },
});

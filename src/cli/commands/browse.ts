import { SORT_KEYS } from '../../model/card-sort.js';
import * as z from '../../model/schema.js';
import { defineCommand } from '../contract/command.js';
import { runBrowser } from '../screens/browse-runner.js';
import { numberFlag } from '../shared/number-flags.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { storeWithCards } from '../shared/store-with-cards.js';

export const command = defineCommand({
  name: 'browse',
  summary: 'Find, read and change cards on a screen.',
  arguments: '[query...]',
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    {
      flags: '--sort <order>',
      description: `${SORT_KEYS.slice(0, -1).join(', ')} or ${SORT_KEYS.at(-1)} (default: due)`,
      values: SORT_KEYS,
    },
    { flags: '--seed <n>', description: 'makes the random order repeatable' },
  ],
  examples: [
    'viva browse',
    'viva browse company:google is:leech',
    'viva browse attention --sort recall',
    'viva browse --sort random --seed 7',
  ],
  flags: z.extend(queryFlags, {
    sort: z._default(z.enum(SORT_KEYS, `must be ${SORT_KEYS.join(', ')}`), 'due'),
    seed: z.optional(numberFlag().check(z.int())),
  }),
  async run(context, words, flags) {
    const store = await storeWithCards(context);
    const query = queryFrom(words, flags, store, context.moment());
    return runBrowser(context, store, query, { by: flags.sort, seed: flags.seed });
  },
});

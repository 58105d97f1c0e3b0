import { SORT_KEYS } from '../../model/card-sort.js';
import * as z from '../../model/schema.js';
import { defineCommand } from '../contract/command.js';
import { runBrowser } from '../screens/browse-runner.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';

export const command = defineCommand({
  name: 'browse',
  summary: 'Cards on a screen: find them, read them, act on one or many.',
  arguments: '[query...]',
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    {
      flags: '--sort <order>',
      description: `${SORT_KEYS.slice(0, -1).join(', ')} or ${SORT_KEYS.at(-1)}; due if left out`,
      values: SORT_KEYS,
    },
    { flags: '--seed <n>', description: 'of the random order: the same number, the same order' },
  ],
  examples: [
    'viva browse',
    'viva browse company:google is:leech',
    'viva browse attention --sort recall',
    'viva browse --sort random --seed 7',
  ],
  flags: z.extend(queryFlags, {
    sort: z._default(z.enum(SORT_KEYS, `it is ${SORT_KEYS.join(', ')}`), 'due'),
    seed: z.optional(z.coerce.number('must be a number').check(z.int('must be a whole number'))),
  }),
  async run(context, words, flags) {
    const store = await context.store();
    const query = queryFrom(words, flags, store, context.moment());
    return runBrowser(context, store, query, { by: flags.sort, seed: flags.seed });
  },
});

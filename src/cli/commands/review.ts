import type { ReviewRequest } from '../../app/review/request.js';
import * as z from '../../model/schema.js';
import { defineCommand } from '../contract/command.js';
import { greeting } from '../screens/greeting.js';
import { runReview } from '../screens/review-runner.js';
import { numberFlag, wholeNumberFlag } from '../shared/number-flags.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { storeWithCards } from '../shared/store-with-cards.js';

export const command = defineCommand({
  name: 'review',
  summary: "Today's review. On the first run the bundled decks are imported before it.",
  arguments: '[query...]',
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    { flags: '--limit <n>', description: 'stop after this many ratings' },
    { flags: '--new <n>', description: 'new cards this session (overrides newPerDay)' },
    { flags: '--minutes <n>', description: 'stop after the current card when the time is up' },
    {
      flags: '--order <order>',
      description: 'due (default), random or difficulty',
      values: ['due', 'random', 'difficulty'],
    },
    { flags: '--cram', description: 'all matching cards, due or not; no schedule changes' },
    { flags: '--no-plan', description: 'use the ordinary queue and ignore plans' },
    {
      flags: '--plain',
      description: 'line by line, for pipes, screen readers and simple terminals',
    },
  ],
  examples: [
    'viva',
    'viva review company:anthropic difficulty:3 --limit 10',
    'viva review --part Inference --minutes 15',
    'viva review module:22 --cram',
  ],
  flags: z.extend(queryFlags, {
    limit: z.optional(wholeNumberFlag(1)),
    new: z.optional(wholeNumberFlag(0)),
    minutes: z.optional(numberFlag().check(z.positive())),
    order: z._default(
      z.enum(['due', 'random', 'difficulty'], 'must be due, random or difficulty'),
      'due',
    ),
    cram: z._default(z.boolean(), false),
    plan: z._default(z.boolean(), true),
    plain: z._default(z.boolean(), false),
    json: z._default(z.boolean(), false),
  }),
  async run(context, words, flags) {
    const store = await storeWithCards(context);
    const request: ReviewRequest = {
      query: queryFrom(words, flags, store, context.moment()),
      order: flags.order,
      limit: flags.limit ?? null,
      fresh: flags.new ?? null,
      minutes: flags.minutes ?? null,
      cram: flags.cram,
    };
    return runReview(context, store, request, {
      ...flags,
      greeting: () => greeting(context, store, flags.plan),
    });
  },
});

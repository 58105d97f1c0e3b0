import * as z from 'zod';
import { countStats } from '../../app/count-stats.js';
import { defineCommand } from '../command.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../query-flags.js';
import { writeJson, writeLines } from '../write.js';

export const command = defineCommand({
  name: 'stats',
  summary: 'How many cards there are in which state, and what was done.',
  arguments: '[query...]',
  takesQuery: true,
  options: QUERY_OPTIONS,
  examples: ['viva stats', 'viva stats company:openai', 'viva stats --json'],
  flags: queryFlags.extend({ json: z.boolean().default(false) }),
  async run(context, words, flags) {
    const store = await context.store();
    const stats = countStats(queryFrom(words, flags, store), context.moment(), store);
    if (flags.json) {
      writeJson(context, stats);
      return 0;
    }
    const { states, today } = stats;
    const days = stats.streak === 1 ? '1 day' : `${stats.streak} days`;
    writeLines(context, [
      `cards      ${stats.cards}`,
      `  new      ${states.new}`,
      `  learning ${states.learning + states.relearning}`,
      `  review   ${states.review}`,
      `suspended  ${stats.suspended}`,
      `leeches    ${stats.leeches}`,
      `flagged    ${stats.flagged}`,
      `known now  ${stats.known.toFixed(1)} cards (sum of retrievability)`,
      `today      ${today.reviews} reviews, ${today.introduced} new cards`,
      `streak     ${days}`,
    ]);
    return 0;
  },
});

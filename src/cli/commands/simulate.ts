import { type CellReport, simulateCell } from '../../app/plan/simulate.js';
import * as z from '../../model/schema.js';
import { POPULATION_NAMES } from '../../plan/populations.js';
import { defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';
import { simulationText } from '../render/simulate.js';
import { writeJson, writeLines } from '../shared/write.js';

const count = (most: number) => z.coerce.number().check(z.int(), z.minimum(1), z.maximum(most));

export const command = defineCommand({
  name: 'simulate',
  summary: 'Compare ways to prepare for a day, on simulated people.',
  arguments: '',
  takesQuery: false,
  options: [
    { flags: '--days <number>', description: 'days until the interview, 1 to 120 (30)' },
    { flags: '--minutes <number>', description: 'minutes a day, 1 to 240 (20)' },
    { flags: '--cards <number>', description: 'cards to learn, 1 to 2000 (459)' },
    {
      flags: '--people <kind>',
      description: "sketch: questions are new to them; anki: as Anki's users (sketch)",
    },
    { flags: '--learners <number>', description: 'people to simulate, 2 to 1000 (20)' },
    { flags: '--seed <number>', description: 'equal seeds give equal people (7)' },
  ],
  examples: ['viva simulate', 'viva simulate --days 14 --minutes 40 --learners 100 --json'],
  flags: z.object({
    days: z._default(count(120), 30),
    minutes: z._default(count(240), 20),
    cards: z._default(count(2000), 459),
    people: z._default(z.enum(POPULATION_NAMES), 'sketch'),
    learners: z._default(count(1000).check(z.minimum(2)), 20),
    seed: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(1_000_000_000)), 7),
    json: z._default(z.boolean(), false),
  }),
  run(context, words, flags) {
    if (words.length > 0) throw usageError('`viva simulate` takes options only.');
    const { days, minutes, cards, people, learners, seed } = flags;
    const size = { learners, seed };
    const report: CellReport = simulateCell({ people, cards, days, minutes }, size);
    if (flags.json) writeJson(context, { ...size, ...report });
    else writeLines(context, simulationText(report, size, context.stdout.columns));
    return 0;
  },
});

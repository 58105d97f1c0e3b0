import * as z from 'zod';
import { type CellReport, simulateCell } from '../../app/simulate.js';
import { POPULATION_NAMES } from '../../plan/populations.js';
import { defineCommand } from '../command.js';
import { usageError } from '../errors.js';
import { simulationText } from '../render/simulate.js';
import { writeJson, writeLines } from '../write.js';

const count = (most: number) => z.coerce.number().int().min(1).max(most);

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
    days: count(120).default(30),
    minutes: count(240).default(20),
    cards: count(2000).default(459),
    people: z.enum(POPULATION_NAMES).default('sketch'),
    learners: count(1000).min(2).default(20),
    seed: z.coerce.number().int().min(0).max(1_000_000_000).default(7),
    json: z.boolean().default(false),
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

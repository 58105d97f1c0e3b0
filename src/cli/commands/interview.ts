import * as z from '../../model/schema.js';
import { interviewLog } from '../../platform/interview-log.js';
import { randomSeed } from '../../platform/random.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { interviewHistoryJson, interviewHistoryLines } from '../render/interview-history.js';
import { runInterview } from '../screens/interview-runner.js';
import { numberFlag, wholeNumberFlag } from '../shared/number-flags.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { QUERY_OPTIONS, queryFlags, queryFrom } from '../shared/query-flags.js';
import { storeWithCards } from '../shared/store-with-cards.js';

const MINUTES = 45;

export const command = defineCommand({
  name: 'interview',
  summary:
    'A mock interview: questions from easy to hard against the clock (3, 5 and 8 min by stars), then a report. Ratings count as reviews.',
  arguments: '[query...]',
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    { flags: '--minutes <n>', description: `length of the interview (default ${MINUTES})` },
    { flags: '--questions <n>', description: 'at most this many questions' },
    {
      flags: '--no-record',
      description: 'do not record ratings as reviews; the schedule is unchanged',
    },
    {
      flags: '--seed <n>',
      description: 'makes the draw repeatable, for the same cards and earlier interviews',
    },
    { flags: '--history', description: 'list earlier interviews and their results' },
    {
      flags: '--plain',
      description: 'line by line, for pipes, screen readers and simple terminals',
    },
  ],
  examples: [
    'viva interview --company Google --minutes 45',
    'viva interview part:Inference difficulty:2..3 --questions 5',
    'viva interview --company Anthropic --no-record',
    'viva interview --history',
  ],
  flags: z.extend(queryFlags, {
    minutes: z.optional(numberFlag().check(z.positive(), z.maximum(600))),
    questions: z.optional(wholeNumberFlag(1, 200)),
    record: z._default(z.boolean(), true),
    seed: z.optional(wholeNumberFlag(0, 0xffff_ffff)),
    history: z._default(z.boolean(), false),
    plain: z._default(z.boolean(), false),
    json: z._default(z.boolean(), false),
  }),
  async run(context, words, flags) {
    if (flags.history) return writeHistory(context, flags.json);
    const store = await storeWithCards(context);
    const { minutes, questions, record, seed, plain, json } = flags;
    const request = {
      query: queryFrom(words, flags, store, context.moment()),
      minutes: minutes ?? (questions === undefined ? MINUTES : null),
      questions: questions ?? null,
      record,
      seed: seed ?? randomSeed(),
    };
    return runInterview(context, store, request, { plain, json });
  },
});

function writeHistory(context: Context, isJson: boolean): number {
  const history = interviewLog(context.paths.database).history();
  if (isJson) writeJson(context, interviewHistoryJson(history));
  else writeLines(context, interviewHistoryLines(history, context.zone));
  return 0;
}

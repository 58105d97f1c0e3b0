import { gradeCard } from '../../app/review/grade.js';
import { parseRating, RATING_NAMES } from '../../model/rating.js';
import * as z from '../../model/schema.js';
import { parseTime } from '../../platform/clock.js';
import { defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';
import { dueTime, memoryJson } from '../render/card-json.js';
import { dueWords } from '../render/due-words.js';
import { writeJson, writeLines } from '../shared/write.js';

export const command = defineCommand({
  name: 'grade',
  summary: 'Review one card without the screen: again, hard, good or easy (or 1 to 4).',
  arguments: '<card> <rating>',
  words: ['card', ['again', 'hard', 'good', 'easy']],
  takesQuery: false,
  options: [
    { flags: '--at <time>', description: 'when it was reviewed, as an ISO time (default: now)' },
  ],
  examples: ['viva grade 7k2p good', 'viva grade 7k2p again --at 2026-11-20T08:30:00Z'],
  flags: z.object({ at: z.optional(z.string()), json: z._default(z.boolean(), false) }),
  async run(context, [reference = '', word = ''], flags) {
    const rating = parseRating(word);
    if (rating === undefined) {
      throw usageError(`"${word}" is no rating.`, 'Say again, hard, good or easy, or 1 to 4.');
    }
    const moment = context.moment(timeOf(flags.at));
    const store = await context.store();
    const config = await context.config();
    const settings = context.settings();
    const graded = gradeCard({ reference, rating, moment, config, settings }, store);
    const { record, event, before, after } = graded;
    if (flags.json) {
      writeJson(context, {
        card: record.card.id,
        event: event.id,
        rating,
        before: memoryJson(before, null),
        after: memoryJson(after, record.retrievability),
        state: after.state,
        due: dueTime(after, context),
        intervalDays: after.intervalDays,
      });
    } else {
      writeLines(context, [
        `${record.card.id} ${RATING_NAMES[rating]}: due ${dueWords(after, moment)}`,
      ]);
    }
    return 0;
  },
});

function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = parseTime(text);
  if (at !== undefined) return at;
  throw usageError(`--at "${text}" is no time.`, 'Give an ISO time such as 2026-11-24T08:00:00Z.');
}

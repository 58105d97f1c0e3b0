import { recordGrade } from '../../app/review/grade.js';
import { parseRating, RATING_NAMES } from '../../model/rating.js';
import * as z from '../../model/schema.js';
import { visibleLine } from '../../model/text/visible.js';
import { dueWords } from '../../schedule/due-words.js';
import { isDateAlone, readInstant } from '../../schedule/read-date.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { dueTime, memoryJson } from '../render/card-json.js';
import { numberFlag } from '../shared/number-flags.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { storeWithCards } from '../shared/store-with-cards.js';

export const command = defineCommand({
  name: 'grade',
  summary: 'Rate one card from the command line: again, hard, good or easy (or 1 to 4).',
  arguments: '<card> <rating>',
  words: ['card', ['again', 'hard', 'good', 'easy']],
  takesQuery: false,
  options: [
    {
      flags: '--seconds <n>',
      description: 'how long the answer took (default: your usual time)',
    },
    {
      flags: '--at <time>',
      description: 'when it was reviewed: a date, or a date and local time (default: now)',
    },
  ],
  examples: [
    'viva grade 7k2p good',
    'viva grade 7k2p good --seconds 14',
    'viva grade 7k2p again --at 2026-11-20T08:30',
  ],
  flags: z.object({
    at: z.optional(z.string()),
    seconds: z.optional(
      numberFlag().check(z.minimum(0), z.maximum(3600, 'must be at most 3600, an hour')),
    ),
    json: z._default(z.boolean(), false),
  }),
  async run(context, [reference = '', word = ''], flags) {
    const rating = parseRating(word);
    if (rating === undefined) {
      throw usageError(`"${word}" is not a rating.`, 'Use again, hard, good or easy, or 1 to 4.');
    }
    const moment = context.moment(timeOf(flags.at, context));
    const store = await storeWithCards(context);
    const config = await context.config();
    const settings = context.settings();
    const durationMs = flags.seconds === undefined ? undefined : Math.round(1000 * flags.seconds);
    const graded = recordGrade({ reference, rating, moment, config, settings, durationMs }, store);
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

/** When the card was reviewed, ms since 1970; a date alone is not later than now on its day. */
function timeOf(text: string | undefined, context: Context): number | undefined {
  if (text === undefined) return undefined;
  const { dayStart } = context.settings();
  const at = readInstant({ text, what: '--at' }, { zone: context.zone, dayStart });
  const { now, dayStart: begin, dayEnd } = context.moment();
  if (at <= now) return at;
  if (isDateAlone(text) && begin <= at && at < dayEnd) return now;
  throw usageError(
    `--at: "${visibleLine(text)}" is in the future.`,
    'Only past reviews can be recorded.',
  );
}

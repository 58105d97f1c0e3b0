import { POINT_KINDS } from '../answer-parts.js';
import { CARD_DEFECTS } from '../card.js';
import { CARD_STATES } from '../memory.js';
import * as z from '../schema.js';
import { cardName, changeTime, count, day, key, names, text, time } from './fields.js';

/** For readers of an archive only: an import computes memory from the events. */
const memory = z.strictObject({
  state: z.enum(CARD_STATES),
  step: count,
  stability: z.nullable(z.number()),
  difficulty: z.nullable(z.number()),
  lastAt: z.nullable(time),
  lastDay: z.nullable(day),
  dueAt: z.nullable(time),
  dueDay: z.nullable(day),
  intervalDays: count,
  reps: count,
  lapses: count,
  expectedLapses: z.optional(z.number().check(z.minimum(0))),
  introducedDay: z.nullable(day),
  suspended: z.boolean(),
  buriedUntil: z.nullable(day),
  flag: count,
  leech: z.boolean(),
});

const cardText = {
  explicitId: z.nullable(text),
  module: key,
  ordinal: count,
  stars: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  companies: names,
  /** Of the card's own; those of its module come on top. */
  tags: z.optional(names),
  /** What it has in common with others of its module, of which one is shown a day. */
  siblings: z.optional(text),
  question: text,
  answer: text,
  defects: z.array(z.enum(CARD_DEFECTS)).check(z.maxLength(CARD_DEFECTS.length)),
  line: count,
};

/** What the decks last said of a joined card itself, whatever is shown of those it stands with. */
const ownText = z.strictObject({ ...cardText, changedAt: changeTime, retiredAt: z.nullable(time) });

const cardFields = {
  id: cardName,
  ...cardText,
  addedAt: time,
  /** When an import last changed it; archives of before there were such times lack it. */
  changedAt: z.optional(changeTime),
  retiredAt: z.nullable(time),
  mergedInto: z.nullable(cardName),
  own: z.optional(ownText),
};

/** A card without its memory, which can be computed again. */
export const cardRecordSchema = z.strictObject(cardFields);

/** As of `AnswerParts`; for readers of an archive only: an import reads them from the answer. */
const parts = z.strictObject({
  short: z.nullable(text),
  points: z.array(z.strictObject({ kind: z.enum(POINT_KINDS), text })),
  followUps: z.array(z.strictObject({ question: text, answer: text })),
  trap: z.nullable(text),
  rest: text,
});

const archivedCard = z.strictObject({ ...cardFields, memory, parts: z.optional(parts) });

export const archiveCardSchema = archivedCard.check(
  z.refine(({ mergedInto, retiredAt }) => mergedInto === null || retiredAt !== null, {
    path: ['mergedInto'],
    error: 'a card that was joined to another is retired',
  }),
);

export type ArchiveCard = z.infer<typeof archiveCardSchema>;
/** What of a card a merge takes. */
export type MergedCard = z.infer<typeof cardRecordSchema>;
export type OwnText = z.infer<typeof ownText>;

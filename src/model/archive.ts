import { POINT_KINDS } from './answer-parts.js';
import { CARD_DEFECTS } from './card.js';
import { REVIEW_KINDS } from './event.js';
import { CARD_STATES } from './memory.js';
import { parameterOriginSchema } from './parameters.js';
import { planSchema } from './plan.js';
import * as z from './schema.js';
import { schedulerConfigSchema, weightsSchema } from './settings.js';

/*
 * An archive holds a whole database, or the cards of a query, for other
 * programs and other machines. It is described for people in
 * docs/export-format.md and for programs in docs/export.schema.json, which a
 * test holds against these schemas. Times are ms since 1970; days are whole
 * days since 1970-01-01; keys are numbers by which the records of one archive
 * name each other and mean nothing outside it.
 */

/** The version of the format that this viva writes and reads. */
export const ARCHIVE_VERSION = 1;
/** What tells an archive from other JSON. */
export const ARCHIVE_FORMAT = 'viva-archive';

/** No text of a deck is longer, for no deck file is (see src/deck/text/decode.ts). */
const MAX_TEXT_LENGTH = 20 * 1024 * 1024;
/** Lists and objects inside each other: SQLite reads no JSON that is deeper. */
const MAX_DEPTH = 1_000;

const text = z.string().check(z.maxLength(MAX_TEXT_LENGTH));
const names = z.array(text);
const key = z.int().check(z.minimum(1));
// The farthest time a Date can hold (ECMAScript, "Time Values").
const time = z.int().check(z.minimum(0), z.maximum(8.64e15));
/** Nobody's clock says so: brought back so far that later changes still find a time that fits. */
const FAR_AHEAD = 8.63e15;
const changeTime = time.check(z.overwrite((at) => (at > FAR_AHEAD + 5e12 ? FAR_AHEAD : at)));
const day = z.int().check(z.minimum(-1), z.maximum(100_000_000));
const count = z.int().check(z.minimum(0));
const cardName = z
  .string()
  .check(z.regex(/^[0-9a-z]{12}$/, 'a card id is 12 lower-case letters and digits'));
const eventName = z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'it is no ULID'));

export const archiveHeadSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  exportedAt: time,
  /** False where only the cards of a query are in it. */
  complete: z.boolean(),
});

export const archiveConfigSchema = z.strictObject({ key, config: schedulerConfigSchema });

export const archiveCollectionSchema = z.strictObject({
  key,
  name: text.check(z.minLength(1)),
  source: z.nullable(text),
  importedAt: time,
  removedAt: z.nullable(time),
  /** How its files are read, where the person chose. */
  reading: z.optional(z.strictObject({ shape: z.nullable(text), questionsOnly: z.boolean() })),
  files: z.array(
    z.strictObject({
      path: text,
      size: count,
      mtimeMs: z.int(),
      hash: z.string().check(z.maxLength(64)),
    }),
  ),
});

const reading = z.strictObject({ title: text, url: text, note: text });

export const archiveModuleSchema = z.strictObject({
  key,
  collection: key,
  ident: text,
  number: z.nullable(z.int()),
  title: text,
  part: text,
  emoji: text,
  subtitle: text,
  tags: names,
  extras: z.strictObject({
    keyQuestion: text,
    insights: z.array(text),
    code: text,
    reading: z.array(reading),
    related: z.array(text),
  }),
  unknownKeys: z
    .record(z.string(), z.unknown())
    .check(z.refine((value) => isShallow(value, MAX_DEPTH), 'lists and objects nest too deep')),
  file: text,
  line: count,
  /** When an import last wrote it; archives of before there were such times lack it. */
  changedAt: z.optional(changeTime),
  retiredAt: z.nullable(time),
});

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

const eventBase = {
  id: eventName,
  card: cardName,
  at: time,
  day,
  device: text.check(z.minLength(1)),
  /** Later than `at`; see `JournalEvent`. */
  clock: z.optional(time),
};

/** No answer has more points. */
const MAX_POINTS = 1000;
const points = z.int().check(z.minimum(0), z.maximum(MAX_POINTS));
const ticked = z.array(points).check(z.maxLength(MAX_POINTS));

export const tickedPointsSchema = z
  .strictObject({
    good: ticked,
    goodOf: points,
    extra: ticked,
    extraOf: points,
    wrong: ticked,
    wrongOf: points,
  })
  .check(
    z.refine(
      ({ good, goodOf, extra, extraOf, wrong, wrongOf }) =>
        areOf(good, goodOf) && areOf(extra, extraOf) && areOf(wrong, wrongOf),
      'the points ticked are numbers below that of all, rising',
    ),
  );

function areOf(numbers: readonly number[], all: number): boolean {
  return numbers.every((number, at) => number < all && number > (numbers[at - 1] ?? -1));
}

export const archiveEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...eventBase,
    kind: z.literal('review'),
    rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    durationMs: count,
    reviewKind: z.enum(REVIEW_KINDS),
    config: key,
    intervalDays: z.optional(z.int().check(z.minimum(1), z.maximum(36_500))),
    aroundBreak: z.optional(z.literal(true)),
    points: z.optional(tickedPointsSchema),
  }),
  z.strictObject({ ...eventBase, kind: z.literal('undo'), target: eventName }),
  z.strictObject({ ...eventBase, kind: z.literal('bury'), until: day }),
  z.strictObject({
    ...eventBase,
    kind: z.literal('flag'),
    value: z.int().check(z.minimum(0), z.maximum(7)),
  }),
  z.strictObject({ ...eventBase, kind: z.enum(['suspend', 'resume', 'forget']) }),
]);

/** Added after viva 0.1: an archive may lack these. */
export const archiveParametersSchema = z.strictObject({
  id: eventName,
  weights: z.nullable(weightsSchema),
  adoptedAt: time,
  reviews: count,
  reschedulesBefore: z.nullable(time),
  origin: parameterOriginSchema,
});

/** A plan for an interview; `removedAt` is null for one that stands. */
export const archivePlanSchema = z.strictObject({
  ...planSchema.shape,
  id: eventName,
  deadlineAt: time,
  deadlineDay: day,
  minutesPerDay: z.int().check(z.minimum(1), z.maximum(1440)),
  createdAt: time,
  changedAt: z.optional(changeTime),
  removedAt: z.nullable(time),
});

/** A whole archive as one JSON document. */
export const archiveSchema = z.strictObject({
  ...archiveHeadSchema.shape,
  configs: z.array(archiveConfigSchema),
  collections: z.array(archiveCollectionSchema),
  modules: z.array(archiveModuleSchema),
  cards: z.array(archiveCardSchema),
  parameters: z.optional(z.array(archiveParametersSchema)),
  events: z.array(archiveEventSchema),
  /** Archives of before there were plans have no such list. */
  plans: z.optional(z.array(archivePlanSchema)),
});

export type ArchiveHead = z.infer<typeof archiveHeadSchema>;
export type ArchiveConfig = z.infer<typeof archiveConfigSchema>;
export type ArchiveCollection = z.infer<typeof archiveCollectionSchema>;
export type ArchiveModule = z.infer<typeof archiveModuleSchema>;
export type ArchiveCard = z.infer<typeof archiveCardSchema>;
/** What of a card a merge takes. */
export type MergedCard = z.infer<typeof cardRecordSchema>;
export type OwnText = z.infer<typeof ownText>;
export type ArchiveParameters = z.infer<typeof archiveParametersSchema>;
export type ArchiveEvent = z.infer<typeof archiveEventSchema>;
export type ArchivePlan = z.infer<typeof archivePlanSchema>;

/** What an archive is made of, in the order in which the kinds stand in it. */
export type ArchiveRecord =
  | { readonly type: 'config'; readonly value: ArchiveConfig }
  | { readonly type: 'collection'; readonly value: ArchiveCollection }
  | { readonly type: 'module'; readonly value: ArchiveModule }
  | { readonly type: 'card'; readonly value: ArchiveCard }
  | { readonly type: 'parameters'; readonly value: ArchiveParameters }
  | { readonly type: 'event'; readonly value: ArchiveEvent }
  | { readonly type: 'plan'; readonly value: ArchivePlan };

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}

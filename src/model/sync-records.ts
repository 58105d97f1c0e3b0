import type { ArchiveRecord } from './archive/archive.js';
import { cardRecordSchema, type MergedCard } from './archive/card.js';
import { archiveCollectionSchema } from './archive/collection.js';
import { archiveConfigSchema } from './archive/config.js';
import { archiveEventSchema } from './archive/event.js';
import { ARCHIVE_VERSION } from './archive/head.js';
import { archiveModuleSchema } from './archive/module.js';
import { archiveParametersSchema } from './archive/parameters.js';
import { archivePlanSchema } from './archive/plan.js';
import * as z from './schema.js';
import { deviceName, SYNC_FORMAT, SYNC_VERSION } from './sync.js';

/*
 * What a segment is made of. Apart from what each look at a remote reads: to make
 * these schemas takes longer than a sync with nothing to do.
 */

const count = z.int().check(z.minimum(0));
const number = z.int().check(z.minimum(1));
const time = z.int().check(z.minimum(0));
const text = z.string().check(z.maxLength(20 * 1024 * 1024));

/** The first line of a segment. */
export const segmentHeadSchema = z.object({
  type: z.literal('segment'),
  format: z.literal(SYNC_FORMAT),
  version: z.literal(SYNC_VERSION),
  archive: z.literal(ARCHIVE_VERSION),
  device: deviceName,
  first: number,
  last: number,
  /** What its writer knew of the others: by device the last number. Its records build on that. */
  after: z.record(deviceName, count),
});
export type SegmentHead = z.infer<typeof segmentHeadSchema>;

/** A setting as a person last set it; null where they unset it. */
const syncedSettingSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  value: z.unknown(),
  changedAt: time,
});
export type SyncedSetting = z.infer<typeof syncedSettingSchema>;

/** A text of a card that another one, imported later at another machine, took the place of. */
const pastTextSchema = z.strictObject({
  card: cardRecordSchema.shape.id,
  changedAt: time,
  question: text,
  answer: text,
});
export type PastText = z.infer<typeof pastTextSchema>;

/** What a segment is made of: the records of an archive, cards without what can be computed. */
export type SyncRecord =
  | Exclude<ArchiveRecord, { type: 'card' }>
  | { readonly type: 'card'; readonly value: MergedCard }
  | { readonly type: 'setting'; readonly value: SyncedSetting }
  | { readonly type: 'text'; readonly value: PastText };

/** The schema of each kind of record. */
export const SYNC_RECORDS = {
  config: archiveConfigSchema,
  collection: archiveCollectionSchema,
  module: archiveModuleSchema,
  card: cardRecordSchema,
  parameters: archiveParametersSchema,
  event: archiveEventSchema,
  plan: archivePlanSchema,
  setting: syncedSettingSchema,
  text: pastTextSchema,
} as const satisfies Record<SyncRecord['type'], z.ZodMiniType<unknown>>;

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

/*
 * What machines hand each other through a folder or a git repository; people
 * read about it in docs/sync.md. Times are ms since 1970.
 */

/** The version of the format that this viva writes and reads. */
export const SYNC_VERSION = 1;
/** What tells its files from others. */
export const SYNC_FORMAT = 'viva-sync';

const count = z.int().check(z.minimum(0));
const number = z.int().check(z.minimum(1));
const time = z.int().check(z.minimum(0));
const text = z.string().check(z.maxLength(20 * 1024 * 1024));
const deviceName = z.string().check(z.regex(/^[0-9a-f]{20}$/, 'it is no id of a device'));

/** `format.json`: whose memory this is, and whether it is encrypted. */
export const syncFormatSchema = z.object({
  format: z.literal(SYNC_FORMAT),
  version: z.literal(SYNC_VERSION),
  id: z.string().check(z.regex(/^[0-9a-f]{20}$/)),
  encryption: z.optional(
    z.object({
      /** A text that only the right key opens, in age's armour. */
      canary: z.string().check(z.maxLength(10_000)),
      /** The key itself, sealed with a passphrase, in age's armour; absent where the person keeps it. */
      key: z.optional(z.string().check(z.maxLength(10_000))),
    }),
  ),
});
export type SyncFormat = z.infer<typeof syncFormatSchema>;

/** `devices/<id>.json`: a device as people know it. */
export const syncDeviceSchema = z.object({
  id: deviceName,
  name: z.string().check(z.maxLength(255)),
  /** The last number that it wrote. */
  number: count,
  writtenAt: time,
  /** Files that it could not read: whoever wrote them writes them anew. */
  unreadable: z.array(z.string().check(z.maxLength(255))).check(z.maxLength(1000)),
});
export type SyncDevice = z.infer<typeof syncDeviceSchema>;

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

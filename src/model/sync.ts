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
const time = z.int().check(z.minimum(0));
/** The id of a device. */
export const deviceName = z.string().check(z.regex(/^[0-9a-f]{20}$/, 'it is no id of a device'));

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

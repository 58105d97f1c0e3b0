import * as z from '../schema.js';
import { time } from './fields.js';

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

export const archiveHeadSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  exportedAt: time,
  /** False where only the cards of a query are in it. */
  complete: z.boolean(),
});

export type ArchiveHead = z.infer<typeof archiveHeadSchema>;

import * as z from '../schema.js';
import { count, key, text, time } from './fields.js';

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

export type ArchiveCollection = z.infer<typeof archiveCollectionSchema>;

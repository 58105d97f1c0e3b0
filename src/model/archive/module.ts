import * as z from '../schema.js';
import { changeTime, count, key, names, text, time } from './fields.js';

/** Lists and objects inside each other: SQLite reads no JSON that is deeper. */
const MAX_DEPTH = 1_000;

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

export type ArchiveModule = z.infer<typeof archiveModuleSchema>;

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}

import type { Database } from 'better-sqlite3';
import type { KeptChoice } from '../../model/reading.js';
import * as z from '../../model/schema.js';
import { foldName } from '../../query/fold-name.js';
import { dropMeta, keepMeta, metaValue } from '../tables/meta.js';

const keptSchema = z.object({
  shape: z.nullable(z.string()),
  questionsOnly: z.boolean(),
  said: z.nullable(z.string()),
});

/** Name in `meta` of how a collection's files are read. */
const nameOf = (collection: string) => `reading:${foldName(collection)}`;

/** Returns how a collection's files are to be read, as the person chose; null where nobody chose. */
export function findKeptChoice(db: Database, collection: string): KeptChoice | null {
  const text = metaValue(db, nameOf(collection));
  if (text === undefined) return null;
  const parsed = keptSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** Keeps how a collection's files are to be read. */
export function keepChoice(db: Database, collection: string, choice: KeptChoice): void {
  keepMeta(db, nameOf(collection), JSON.stringify(choice));
}

/** Forgets how a collection's files were to be read. */
export function forgetChoice(db: Database, collection: string): void {
  dropMeta(db, nameOf(collection));
}

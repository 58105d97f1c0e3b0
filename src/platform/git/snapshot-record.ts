import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from '../../model/schema.js';

const NAME = 'source.json';

const recordSchema = z.object({ version: z.literal(1), address: z.string(), head: z.string() });
/** What a copy of a repository is of: its address, and the id of the commit. */
export type SourceRecord = z.infer<typeof recordSchema>;

/** Reads what the copy in a folder is of; null where there is none, or not a whole one. */
export function readRecord(folder: string): SourceRecord | null {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(join(folder, NAME), 'utf8')));
  } catch {
    return null;
  }
}

/** Writes what the copy in a folder is of. */
export function writeRecord(folder: string, record: SourceRecord): void {
  writeFileSync(join(folder, NAME), `${JSON.stringify(record, null, 1)}\n`, { mode: 0o600 });
}

import { strToU8, zipSync } from 'fflate';

/**
 * Returns an Anki package of the oldest kind, which every Anki reads: the
 * database and an empty list of media. The same database at the same time
 * gives the same bytes.
 */
export function packAnki(database: Uint8Array, now: number): Uint8Array {
  const mtime = new Date(now);
  return zipSync(
    {
      'collection.anki2': [database, { level: 6 }],
      media: [strToU8('{}'), { level: 0 }],
    },
    { mtime },
  );
}

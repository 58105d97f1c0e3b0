import { strToU8, zipSync } from 'fflate';
import type { NamedPicture } from '../../model/picture.js';

/**
 * Returns an Anki package of the oldest kind, which every Anki reads: the
 * database, pictures, and the list of their names. The same at the same time
 * gives the same bytes.
 */
export function packAnki(
  database: Uint8Array,
  now: number,
  pictures: readonly NamedPicture[] = [],
): Uint8Array {
  const mtime = new Date(now);
  const list = Object.fromEntries(pictures.map(({ name }, at) => [at, name]));
  return zipSync(
    {
      'collection.anki2': [database, { level: 6 }],
      media: [strToU8(JSON.stringify(list)), { level: 0 }],
      // Pictures are packed by themselves.
      ...Object.fromEntries(pictures.map(({ bytes }, at) => [at, [bytes, { level: 0 }]])),
    },
    { mtime },
  );
}

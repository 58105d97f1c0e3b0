import type { CollectionRecord } from '../import/ports.js';

/** Name of the collection of the cards that a person writes with viva. */
const OWN_COLLECTION = 'mine';

/**
 * Returns the name of the collection that is read from the folder of the
 * person's own modules, or that it will have.
 */
export function ownCollection(
  sources: readonly Pick<CollectionRecord, 'name' | 'source'>[],
  folder: string,
): string {
  const there = sources.find(({ source }) => source === folder);
  if (there !== undefined) return there.name;
  const taken = new Set(sources.map(({ name }) => name.toLowerCase()));
  let name = OWN_COLLECTION;
  for (let n = 2; taken.has(name); n++) name = `${OWN_COLLECTION}-${n}`;
  return name;
}

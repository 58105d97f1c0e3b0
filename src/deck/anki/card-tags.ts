import type { Stars } from '../../model/card.js';

/** What the tags of a note say in viva's terms. */
export interface TagWords {
  readonly companies: readonly string[];
  /** Null where no tag gives the difficulty. */
  readonly stars: Stars | null;
  /** All other tags. */
  readonly tags: readonly string[];
}

/** Tags by which Anki itself marks a note's state. */
const STATES = new Set(['leech', 'marked']);
const COMPANY = /^company::(.+)$/i;
const DIFFICULTY = /^difficulty::([123])$/i;

/** Reads the tags that an export writes: `company::Google`, `difficulty::3`. */
export function readTags(tags: readonly string[]): TagWords {
  const companies: string[] = [];
  const others: string[] = [];
  let stars: Stars | null = null;
  for (const tag of tags) {
    const company = COMPANY.exec(tag)?.[1];
    const difficulty = DIFFICULTY.exec(tag)?.[1];
    // A tag of Anki has no blanks.
    if (company !== undefined) companies.push(company.replaceAll('_', ' '));
    else if (difficulty !== undefined) stars = difficulty === '1' ? 1 : difficulty === '2' ? 2 : 3;
    else if (!STATES.has(tag.toLowerCase())) others.push(tag);
  }
  return { companies, stars, tags: others };
}

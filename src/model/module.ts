import type { DeckCard } from './card.js';

/** A link of a module's "Further Reading". */
export interface ReadingLink {
  readonly title: string;
  readonly url: string;
  readonly note: string;
}

/** What a module holds beside its questions, shown on demand in a review. */
export interface ModuleExtras {
  readonly keyQuestion: string;
  /** Markdown of each insight. */
  readonly insights: readonly string[];
  /** Markdown of the section "Code Examples", fences included. */
  readonly code: string;
  readonly reading: readonly ReadingLink[];
  /** Titles inside `[[…]]` of "Related". */
  readonly related: readonly string[];
}

/** A module file, parsed. */
export interface DeckModule {
  readonly title: string;
  readonly part: string;
  readonly number: number | null;
  readonly emoji: string;
  readonly subtitle: string;
  readonly tags: readonly string[];
  /** Front-matter keys the format does not know, kept as they were. */
  readonly unknownKeys: Readonly<Record<string, unknown>>;
  readonly extras: ModuleExtras;
  readonly cards: readonly DeckCard[];
  /** 1-based line on which the module begins in its file. */
  readonly line: number;
}

/**
 * Returns the key by which a module is known in its collection: its number, or
 * its title without case where it has no number.
 */
export function moduleKey(module: { number: number | null; title: string }): string {
  if (module.number !== null) return `#${module.number}`;
  return module.title.trim().toLowerCase();
}

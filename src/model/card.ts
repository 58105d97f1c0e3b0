import type { CardId } from './ids.js';

/** Interview difficulty as the deck gives it; never FSRS difficulty. */
export type Stars = 1 | 2 | 3;

/** What is known to be wrong with a card's text. */
export const CARD_DEFECTS = [
  'answer-truncated',
  'question-truncated',
  'answer-empty',
  // It says what the question says.
  'answer-same',
  // One that cannot be shown is all there is of a side.
  'picture-missing',
  'encoding-lost',
  // Its source and the person both changed it, each in another way.
  'both-changed',
] as const;
export type CardDefect = (typeof CARD_DEFECTS)[number];

/** A card as a module file holds it, before it is known to the store. */
export interface DeckCard {
  /** From `<!-- id: … -->` after the question heading. */
  readonly explicitId: string | null;
  readonly stars: Stars;
  readonly companies: readonly string[];
  /** Of the card's own, from `<!-- tags: … -->` beside the id; those of its module come on top. */
  readonly tags: readonly string[];
  /** What it and others of its module have in common, such as a text with several gaps: one a day is shown. */
  readonly siblings?: string | undefined;
  /** Markdown, outer blank lines trimmed. */
  readonly question: string;
  /** Markdown, outer blank lines trimmed. */
  readonly answer: string;
  /** 1-based line of the question's heading in its file. */
  readonly line: number;
  readonly defects: readonly CardDefect[];
}

/** Where a card belongs, as lists and the review screen show it. */
export interface CardModule {
  readonly collection: string;
  /** Part of the syllabus, such as "Inference"; empty where the module names none. */
  readonly part: string;
  readonly number: number | null;
  readonly title: string;
  readonly emoji: string;
}

/** A card the store knows: its text, its place and its permanent id. */
export interface Card {
  readonly id: CardId;
  readonly explicitId: string | null;
  readonly module: CardModule;
  /** Number of the card within its module, from 0. */
  readonly ordinal: number;
  readonly stars: Stars;
  readonly companies: readonly string[];
  /** Its module's and its own. */
  readonly tags: readonly string[];
  readonly question: string;
  readonly answer: string;
  readonly defects: readonly CardDefect[];
  /** Where it was read: absolute path (null for standard input) and 1-based line. */
  readonly file: string | null;
  readonly line: number;
  readonly addedAt: number;
  /** When an import last changed it, ms since 1970. */
  readonly changedAt: number;
  readonly retired: boolean;
}

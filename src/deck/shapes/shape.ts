import type { Stars } from '../../model/card.js';
import type { Page } from './page/page.js';

/** A question with its answer, as some shape has it. */
export interface Unit {
  /** Line (from 0) of the question's beginning. */
  readonly line: number;
  /** Markdown, outer blank lines trimmed. */
  readonly question: string;
  readonly answer: string;
  /** Null where nothing marks it. */
  readonly stars: Stars | null;
  readonly companies: readonly string[];
  /** Of its own, beside those of the file. */
  readonly tags?: readonly string[];
  /** See `DeckCard.siblings`. */
  readonly siblings?: string | undefined;
  /** Headings above it, the outermost first. */
  readonly path: readonly string[];
}

/** What a shape makes of a file before anything is decided. */
export interface Ballot {
  /** How likely the file is of this shape: 0 not at all, 1 for certain, from 0.5 on likely. */
  readonly confidence: number;
  /** How likely it is where most other files of the collection are of this shape. */
  readonly besideOthers?: number;
  /** What speaks for it, in a few words with numbers. */
  readonly why: string;
  /** Line (from 0) of the first thing that looks like one; where a doubt is reported. */
  readonly line: number;
  /** Names of its own say that it is a list of questions, such as those of a table's columns. */
  readonly isSigned?: boolean;
  /** Reads the units; only the winner is asked. */
  read(): Unit[];
}

/** A layout of question lists. */
export interface Shape {
  readonly name: string;
  /** Its questions look like any text: a file of them without answers is taken in only when asked for. */
  readonly mayBeBare?: boolean;
  /**
   * The most confidence that it ever has in a file: where a shape before it is as sure, it need not
   * look. Left out where it may be nearly certain.
   */
  readonly atMost?: number;
  /** What it looks like, in a few words. */
  readonly summary: string;
  /** An example that a person can copy. */
  readonly example: string;
  /** Counts what speaks for the shape; null where nothing does. Linear in the file's size. */
  vote(page: Page): Ballot | null;
}

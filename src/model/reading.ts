import type { Stars } from './card.js';

/** What a file was read as, and why. */
export interface Reading {
  /** Name of the shape; `module` for the format of viva's own, null where no questions were found. */
  readonly shape: string | null;
  /** What spoke for it, or for what came nearest, with numbers. */
  readonly why: string;
  /** The shape that came nearest where none was found; null where nothing looked like any. */
  readonly nearest: string | null;
  /** 1-based line where the questions begin, or where what came nearest does. */
  readonly line: number;
  readonly cards: number;
  /** Cards without an answer. */
  readonly empty: number;
  /** Questions without any answers, which are only taken in when asked for. */
  readonly bare: number;
}

/** How a person says that files are to be read, where the files alone do not tell. */
export interface ReadingChoice {
  /** Name of a shape; null to let the files decide. */
  readonly shape: string | null;
  /** Lists without answers come in, and what stands below a question belongs to it. */
  readonly questionsOnly: boolean;
}

/** The choice of one who has not chosen. */
export const LET_FILES_DECIDE: ReadingChoice = { shape: null, questionsOnly: false };

/** What is said of a folder's cards where its files do not say it. */
export interface ListDefaults {
  readonly part: string;
  readonly companies: readonly string[];
  readonly stars: Stars;
}

/** The defaults where nobody says anything. */
export const PLAIN_DEFAULTS: ListDefaults = { part: '', companies: [], stars: 2 };

/** A choice as it is kept with its collection. */
export interface KeptChoice extends ReadingChoice {
  /** SHA-256 of the `.viva.yaml` that was in force, hexadecimal; null where there was none. */
  readonly said: string | null;
}

/** The kinds of names that come from the database, but for breaks, which are settings. */
export type NameKind =
  | 'company'
  | 'part'
  | 'tag'
  | 'collection'
  | 'module'
  | 'card'
  | 'plan'
  | 'parameters'
  | 'break';

/**
 * What a word of the command line can be: one of a list, a name that the
 * database knows, or the path of a file, which the shell itself completes.
 */
export type Values = readonly string[] | NameKind | 'file';

/** A word that could stand at the cursor. */
export interface Completion {
  /** The whole word, as the program is to get it: the shell quotes it. */
  readonly word: string;
  /** A few words about it; empty where there is nothing to say. */
  readonly about: string;
}

/** Returns the names of a kind that live cards have. `prefix` may narrow them down. */
export type FindNames = (kind: NameKind, prefix: string) => readonly Completion[];

/** The words without anything to say about them. */
export function plainCompletions(words: readonly string[]): Completion[] {
  return words.map((word) => ({ word, about: '' }));
}

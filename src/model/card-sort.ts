/** By what a list of cards can be sorted, each with the end that it begins with. */
export const SORT_KEYS = ['due', 'recall', 'lapses', 'added', 'module', 'random'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** The order of a list of cards. */
export interface CardSort {
  readonly by: SortKey;
  /** Is it turned round? */
  readonly reversed: boolean;
  /** Of the random order, a whole number: the same seed, the same order. */
  readonly seed: number;
}

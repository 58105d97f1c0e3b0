/** What comparing a typed answer with a card's came to. */
export interface AnswerComparison {
  /** Places of the points that it seems to name, from 0; empty where the card has none. */
  readonly named: readonly number[];
  /** What was not found in it: good points, or of a card without any sentences of its answer. Markdown. */
  readonly missing: readonly string[];
}

/** One card of a plan: what its schedule depends on. A new card has null everywhere but in its key. */
export interface PlanCard {
  /** Its number in the log of reviews and in the store: unlike ids, cheap to hold against others. */
  readonly key: number;
  /** Days until retrievability falls to 90 %. */
  readonly stability: number | null;
  /** FSRS difficulty, 1..10. */
  readonly difficulty: number | null;
  /** Last scheduled review, ms since 1970. */
  readonly lastAt: number | null;
}

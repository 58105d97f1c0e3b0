/** One card of a plan: what its schedule depends on. A new card has null everywhere. */
export interface PlanCard {
  /** Days until retrievability falls to 90 %. */
  readonly stability: number | null;
  /** FSRS difficulty, 1..10. */
  readonly difficulty: number | null;
  /** Last scheduled review, ms since 1970. */
  readonly lastAt: number | null;
}

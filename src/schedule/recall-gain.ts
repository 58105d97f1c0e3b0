import { type FSRS, fsrs, Rating } from 'ts-fsrs';

/** Days after a review at which its gain is looked at. */
const HORIZON_DAYS = 30;

/** What a review's gain depends on. */
export interface Overdue {
  /** Days until retrievability falls to 90 %. */
  readonly stability: number;
  /** FSRS difficulty, 1..10. */
  readonly difficulty: number;
  /** Days since the last review. */
  readonly elapsedDays: number;
}

const engines = new WeakMap<readonly number[], FSRS>();

/**
 * Returns what a review today adds to the probability of recall 30 days from now,
 * in expectation: R · R'(Good) + (1 - R) · R'(Again) - R', where R is the
 * retrievability now and R' the one in 30 days after a rating, or without a
 * review. Takes the FSRS-6 weights.
 *
 * A backlog is worked off by the greatest gain first: it costs each card what
 * it loses by waiting. Measured against other orders by
 * scripts/backlog-orders.mjs; see docs/life.md.
 */
export function recallGain(card: Overdue, weights: readonly number[]): number {
  const engine = engineOf(weights);
  const { stability, difficulty, elapsedDays } = card;
  const now = engine.forgetting_curve(elapsedDays, stability);
  const after = (rating: Rating.Good | Rating.Again) => {
    const next = engine.next_state({ stability, difficulty }, elapsedDays, rating);
    return engine.forgetting_curve(HORIZON_DAYS, next.stability);
  };
  const without = engine.forgetting_curve(elapsedDays + HORIZON_DAYS, stability);
  return now * after(Rating.Good) + (1 - now) * after(Rating.Again) - without;
}

function engineOf(weights: readonly number[]): FSRS {
  const known = engines.get(weights);
  if (known !== undefined) return known;
  const engine = fsrs({ w: [...weights] });
  engines.set(weights, engine);
  return engine;
}

import { DEFAULT_LEARNER, type Learner } from './learner.js';

/** Whom simulated people are drawn from. */
export type Population = 'sketch' | 'anki';

export const POPULATION_NAMES = ['sketch', 'anki'] as const satisfies readonly Population[];

/** Chance that a card never seen before is failed, of people who prepare from nothing. */
const UNKNOWN = 0.9;

/**
 * The person that people of a population lie around; also what a scheduler
 * believes of them before it knows better.
 *
 * `sketch`: the people of the first sketch (issue 7), as far as its figures
 * tell. The questions are new to them: nine of ten are failed when first shown,
 * and a card is shown once a day. `anki`: as Anki's users rate on average, who
 * know much of a card when they first rate it, with learning steps in the day.
 */
export const POPULATIONS: Readonly<Record<Population, Learner>> = {
  sketch: { ...DEFAULT_LEARNER, hasSteps: false, firstRating: unknown(DEFAULT_LEARNER) },
  anki: DEFAULT_LEARNER,
};

/** First ratings where most cards are failed, the others in their usual proportions. */
function unknown({ firstRating: [again, hard, good, easy] }: Learner): Learner['firstRating'] {
  const rest = (1 - UNKNOWN) / (1 - again);
  return [UNKNOWN, rest * hard, rest * good, rest * easy];
}

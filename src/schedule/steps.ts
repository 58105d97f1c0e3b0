import { BasicLearningStepsStrategy, type FSRSParameters, Rating, type State } from 'ts-fsrs';

/** Minutes of a day: steps from this on are counted in days. */
const DAY_MINUTES = 1440;

/** A learning or relearning step that a rating leads to. */
export interface Step {
  /** Number of the step, from 0. */
  readonly number: number;
  readonly minutes: number;
  /** Whole days of a step of a day or more; null for a shorter one. */
  readonly days: number | null;
}

type StepsByRating = ReturnType<typeof BasicLearningStepsStrategy>;

/**
 * Returns the steps that ratings lead to as ts-fsrs has them, but that Hard never
 * takes longer than Good does, which steps that grow shorter would lead to.
 */
export function stepsByRating(
  parameters: FSRSParameters,
  state: State,
  current: number,
): StepsByRating {
  const steps = BasicLearningStepsStrategy(parameters, state, current);
  const hard = steps[Rating.Hard];
  const good = steps[Rating.Good];
  if (hard === undefined || good === undefined) return steps;
  const minutes = Math.min(hard.scheduled_minutes, good.scheduled_minutes);
  return { ...steps, [Rating.Hard]: { ...hard, scheduled_minutes: minutes } };
}

/** Returns the step that a rating leads to; null where it leads out of the steps. */
export function stepAfter(
  parameters: FSRSParameters,
  state: State,
  current: number,
  rating: Rating.Again | Rating.Hard | Rating.Good | Rating.Easy,
): Step | null {
  const step = stepsByRating(parameters, state, current)[rating];
  if (step === undefined) return null;
  const minutes = step.scheduled_minutes;
  const days = minutes < DAY_MINUTES ? null : Math.floor(minutes / DAY_MINUTES);
  return { number: step.next_step, minutes, days };
}

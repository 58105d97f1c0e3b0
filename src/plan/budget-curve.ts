import { meanOf } from './arithmetic.js';
import { prepareCrowd } from './crowd.js';
import type { Dynamics } from './dynamics.js';
import type { Outcome, Setting } from './preparation.js';
import { reaches } from './reaches.js';

export interface BudgetPoint {
  /** Minutes a day. */
  readonly minutes: number;
  /** Mean recall at the deadline, 0..1. */
  readonly expected: number;
}

/** Budgets asked about, as parts of the plan's own. */
const PARTS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3];
const FEW = 8;
const CARE = { looks: 4, rounds: 4 };

/**
 * Tries other daily budgets on the first few of the people who were forecast,
 * `outcomes`, whose mean over all of them the curve goes through. It never
 * falls with more time; where the target is reached more is not spent, so
 * beyond it is level. `target`: recall to stop at, 0..1.
 */
export function budgetCurve(
  setting: Setting,
  dynamics: Dynamics,
  target: number,
  outcomes: readonly Outcome[],
): BudgetPoint[] {
  const minutes = setting.secondsPerDay / 60;
  const whole = meanRecall(outcomes);
  const offset = whole - meanRecall(outcomes.slice(0, FEW));
  let most = 0;
  return PARTS.map((part) => {
    if (part === 1) most = Math.max(most, whole);
    else if (!reaches(most, target)) {
      const few = prepareCrowd(withPart(setting, part), dynamics, target, FEW, CARE);
      most = Math.max(most, Math.min(1, meanRecall(few) + offset));
    }
    return { minutes: minutes * part, expected: most };
  });
}

/**
 * Least minutes a day by a curve that reach a recall, 0..1, between its points
 * in proportion; null where none does.
 */
export function minutesFor(curve: readonly BudgetPoint[], target: number): number | null {
  const after = curve.findIndex(({ expected }) => expected >= target);
  const above = curve[after];
  if (above === undefined) return null;
  const below = curve[after - 1];
  if (below === undefined) return above.minutes;
  const part = (target - below.expected) / (above.expected - below.expected);
  return below.minutes + part * (above.minutes - below.minutes);
}

function withPart(setting: Setting, part: number): Setting {
  const { secondsToday, secondsPerDay } = setting;
  return {
    ...setting,
    secondsToday: secondsToday * part,
    secondsPerDay: secondsPerDay * part,
  };
}

function meanRecall(outcomes: readonly Outcome[]): number {
  return meanOf(outcomes.map(({ recall }) => recall));
}

import { sumOf } from './arithmetic.js';
import { firstDay } from './choose-day.js';
import { Dynamics } from './dynamics.js';
import { daysToDeadline, type Horizon } from './horizon.js';
import type { Learner } from './learner.js';
import { Memories } from './memories.js';
import type { PlanCard } from './plan-card.js';
import { lookAhead } from './planner.js';
import type { KnownPrices } from './prices.js';

/**
 * The mean recall at the deadline that the look ahead itself expects, 0..1:
 * quick, without people and without chance, for a line in a header. 0 without
 * cards. Quicker from `known` prices of the day.
 */
export function expectedRecall(
  cards: readonly PlanCard[],
  learner: Learner,
  horizon: Horizon,
  known: KnownPrices | null = null,
): number {
  const start = Memories.of(cards, horizon.now);
  const dynamics = new Dynamics(learner);
  const days = daysToDeadline(horizon);
  if (start.size === 0) return 0;
  const now = start.meanRecall(dynamics.model, days);
  if (days <= 0) return now;
  const { course, budget } = lookAhead(start, dynamics, firstDay(horizon), horizon.target, known);
  const asked = sumOf(course.seconds);
  const given = sumOf(budget);
  // Where time is scarce the course asks for more than there is: what is not there brings nothing.
  const part = asked > given ? given / asked : 1;
  return Math.min(1, now + part * (course.recall / start.size - now));
}

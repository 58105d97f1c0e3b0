import { Dynamics } from './dynamics.js';
import { daysToDeadline, type Horizon } from './horizon.js';
import type { Learner } from './learner.js';
import { Memories } from './memories.js';
import type { PlanCard } from './plan-card.js';
import { byWorth, lookAhead, secondsOf } from './planner.js';
import type { PlanDay } from './policy.js';
import { type KnownPrices, knownPrices } from './prices.js';

/** What to review on a day. */
export interface DayChoice {
  /** Indices of cards, in the order in which they are to be reviewed. */
  readonly order: readonly number[];
  /** The prices of time that were found; null where there was nothing to choose. */
  readonly known: KnownPrices | null;
}

/**
 * Chooses what to review today, within the seconds left today by expectation
 * (the last card may exceed them). Deterministic. Cards reviewed since the day
 * began are left out, and so is what the target has no need of; nothing is
 * chosen when the deadline has passed.
 */
export function chooseDay(
  cards: readonly PlanCard[],
  learner: Learner,
  horizon: Horizon,
): DayChoice {
  if (cards.length === 0 || horizon.secondsToday <= 0 || daysToDeadline(horizon) <= 0) {
    return { order: [], known: null };
  }
  const memories = Memories.of(cards, horizon.now);
  const dynamics = new Dynamics(learner);
  const today = firstDay(horizon);
  const outlook = lookAhead(memories, dynamics, today, horizon.target);
  const order = byWorth(memories, dynamics, today, outlook).filter(
    (card) => (cards[card]?.lastAt ?? Number.NEGATIVE_INFINITY) < horizon.dayStart,
  );
  return {
    order: withinBudget(order, memories, dynamics, today),
    known: knownPrices(outlook.lookahead, outlook.course.floor),
  };
}

/** Today as day 0 of a preparation. */
export function firstDay(horizon: Horizon): PlanDay {
  return {
    day: 0,
    deadline: daysToDeadline(horizon),
    seconds: horizon.secondsToday,
    secondsPerDay: horizon.secondsPerDay,
    shares: horizon.shares,
  };
}

function withinBudget(
  order: readonly number[],
  memories: Memories,
  dynamics: Dynamics,
  today: PlanDay,
): number[] {
  const chosen: number[] = [];
  let spent = 0;
  for (const card of order) {
    if (spent >= today.seconds) break;
    chosen.push(card);
    spent += secondsOf(card, memories, dynamics, today.day);
  }
  return chosen;
}

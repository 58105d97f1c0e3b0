import type { Belief } from './belief.js';
import type { PlanCard } from './card.js';
import { daysToDeadline, type Horizon } from './horizon.js';
import { type Outlook, outlookOf } from './outlook.js';
import { Sample } from './sample.js';
import { scoreCards } from './way.js';

/** What a plan makes of a day. */
export interface PlannedDay {
  /** Indices of cards in the order in which they are to be reviewed: as far as there is time. */
  readonly order: readonly number[];
  /** Part of the minutes that is worth its time, 0..1: with more no more is known, or the target is enough. */
  readonly part: number;
  readonly outlook: Outlook;
  /** What all that was tried on, for a closer look; null without a card or a day. */
  readonly sample: Sample | null;
}

/** People by whom today's cards are put in order, and on whom less time is tried. */
const FEW = 8;
const PARTS = [0, 0.25, 0.5, 0.75];
/** Recall, 0..1, that is not worth saying. */
const NOTHING = 0.001;
/** Where less than this is expected, all the time is needed. */
const AMPLE = 0.85;
/** A target is a stop where so many of the people reach it. */
const SURE = 0.8;

/**
 * Plans a day: which cards, in which order, how much of the time is worth
 * spending, and what is to be expected. Deterministic. Takes the cards as they
 * were when the day began.
 */
export function planDay(cards: readonly PlanCard[], belief: Belief, horizon: Horizon): PlannedDay {
  if (cards.length === 0 || daysToDeadline(horizon) <= 0) {
    const outlook = { expected: 0, low: 0, high: 0, chance: 0 };
    return { order: [], part: 0, outlook, sample: null };
  }
  const sample = new Sample(cards, belief, horizon);
  const part = enoughOf(sample, horizon);
  const recalls = sample.rehearsed(part).map(({ recall }) => recall);
  // A target stops a plan whatever its minutes.
  const isStopped = horizon.target < 1 && part < 1;
  const expected = isStopped
    ? sample.meanRecall(part)
    : sample.expectedWith(horizon.secondsPerDay / 60);
  return {
    order: orderOf(sample),
    part,
    outlook: outlookOf(recalls, horizon.target, expected),
    sample,
  };
}

/** The least part of the time on all days that brings as much as all of it, or the target. */
function enoughOf(sample: Sample, { target }: Horizon): number {
  if (target >= 1 && sample.meanRecall(1) < AMPLE) return 1;
  const hasNew = sample.standIns.cards.some((card) => sample.memories.isNew(card));
  const isEnough = (part: number, people?: number) => {
    const rehearsed = sample.rehearsed(part, people);
    const reached = rehearsed.filter(({ recall }) => recall >= target).length;
    if (target < 1 && reached >= SURE * rehearsed.length) return true;
    if (part === 0 && hasNew) return false;
    return sample.meanRecall(part, people) >= sample.meanRecall(1, people) - NOTHING;
  };
  // Most parts are too little by far: a few people tell.
  return PARTS.find((part) => isEnough(part, FEW) && isEnough(part)) ?? 1;
}

/** The cards in the order in which they come today, by the mean of a few people who may be the person. */
function orderOf(sample: Sample): number[] {
  const scores = new Float64Array(sample.memories.size);
  scoreCards(sample.students(FEW), sample.today, scores);
  return Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

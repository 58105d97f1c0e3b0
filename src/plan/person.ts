import { type Learner, modelOf } from './learner.js';
import type { MemoryModel } from './memory-model.js';
import { noiseFactor, normal, type Random } from './random.js';

/**
 * How simulated people differ from what the scheduler takes them for; standard
 * deviations of logarithms, but for `spread` and `misreport`.
 */
export const PEOPLE = {
  /** All initial stabilities of a person together. */
  stability: 0.6,
  /** Each initial stability by itself. */
  initial: 0.3,
  /** The decay of the forgetting curve. */
  decay: 0.5,
  /** The part of the published deviation that each other weight has. */
  spread: 0.5,
  /** Chances of ratings. */
  rating: 0.2,
  /** A person's pace. */
  pace: 0.15,
  /** The time of one review. */
  review: 0.4,
  /** Chance that a recalled card gets the button next to the one that fits. */
  misreport: 0.1,
};

/**
 * Standard deviations of the weights over people, w4 to w19, by which FSRS's
 * optimizer regularises (open-spaced-repetition/fsrs-rs, `PARAMS_STDDEV`).
 */
const DEVIATIONS = [
  0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14,
];

/** The bounds that ts-fsrs and fsrs-rs hold w4 to w19 to. */
const BOUNDS: readonly (readonly [number, number])[] = [
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0, 0.8],
];

const DECAY = 20;

/** A simulated person: the hidden truth, which no scheduler sees. */
export interface Person {
  readonly learner: Learner;
  readonly model: MemoryModel;
}

/** Draws a person whose parameters lie around a learner's. */
export function drawPerson(around: Learner, random: Random): Person {
  const common = Math.exp(PEOPLE.stability * normal(random));
  const weights = around.weights.map((weight, index) =>
    index < 4 ? initialStability(weight * common, random) : drawWeight(weight, index, random),
  );
  const pace = noiseFactor(random, PEOPLE.pace);
  const [a, b, c, d] = perturbed(around.firstRating, random);
  const [e, f, g] = perturbed(around.recallRating, random);
  const learner: Learner = {
    weights,
    hasSteps: around.hasSteps,
    firstRating: [a ?? 0, b ?? 0, c ?? 0, d ?? 0],
    recallRating: [e ?? 0, f ?? 0, g ?? 0],
    newSeconds: around.newSeconds * pace,
    hitSeconds: around.hitSeconds * pace,
    missSeconds: around.missSeconds * pace,
  };
  return { learner, model: modelOf(learner) };
}

function perturbed(chances: readonly number[], random: Random): number[] {
  const drawn = chances.map((chance) => chance * Math.exp(PEOPLE.rating * normal(random)));
  const total = drawn.reduce((sum, chance) => sum + chance, 0);
  return drawn.map((chance) => chance / total);
}

function initialStability(median: number, random: Random): number {
  return Math.min(100, Math.max(0.001, median * Math.exp(PEOPLE.initial * normal(random))));
}

/** Draws a weight around its median until it lies within its bounds. */
function drawWeight(median: number, index: number, random: Random): number {
  if (index === DECAY) {
    return Math.min(0.8, Math.max(0.1, median * Math.exp(PEOPLE.decay * normal(random))));
  }
  const [least, most] = BOUNDS[index - 4] ?? [median, median];
  const deviation = PEOPLE.spread * (DEVIATIONS[index - 4] ?? 0);
  for (;;) {
    const drawn = median + deviation * normal(random);
    if (drawn >= least && drawn <= most) return drawn;
  }
}

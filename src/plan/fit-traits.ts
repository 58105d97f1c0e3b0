import { clamp } from '../schedule/arithmetic.js';
import { type Forgetting, MemoryModel } from '../schedule/memory-model.js';
import { identity, type Matrix, solve } from './matrix.js';
import { Memories } from './memories.js';
import type { ReviewHistory } from './review-history.js';
import { TRAITS, type Traits, withTraits } from './traits.js';

/** Traits as reviews tell them, and how sure they are. */
export interface FittedTraits {
  readonly traits: Traits;
  /** Fisher's information with the prior's: the inverse of the covariance. */
  readonly information: Matrix;
  /** Logarithm of how likely the reviews are under these traits, but for a constant. */
  readonly likelihood: number;
}

/** Step of the numeric derivatives, in standard deviations. */
const NUDGE = 0.05;
/** A step may move a trait by no more than this many standard deviations; none goes beyond `MAX`. */
const MAX_STEP = 1;
const MAX = 5;
/** Surprises are held to what is likelier than this: a button may be the wrong one. */
const MIN_CHANCE = 0.03;
const MAX_STEPS = 8;
const MAX_TRIES = 3;
/** A step that makes the reviews likelier by less, in logarithms, is the last one. */
const ENOUGH = 0.05;

/**
 * Returns the most likely traits given what was recalled and forgotten, and that
 * traits are normal over people: Fisher scoring with numeric derivatives, its
 * steps shortened (Levenberg) until they make the reviews likelier. `cards` is
 * the number of cards in the history; `weights` are those believed of all.
 */
export function fitTraits(
  history: ReviewHistory,
  cards: number,
  weights: readonly number[],
  forgetting: Forgetting = 'power',
): FittedTraits {
  const look = (traits: Traits): Look => {
    const foreseen = new Float64Array(history.length);
    const model = new MemoryModel(withTraits(weights, traits), forgetting);
    history.replay(new Memories(cards), model, foreseen);
    return { traits, foreseen, likelihood: likelihoodOf(traits, foreseen, history) };
  };
  let best = look(Array.from({ length: TRAITS }, () => 0));
  let information: Matrix = identity(TRAITS);
  if (history.length === 0) return { ...best, information };
  for (let step = 0; step < MAX_STEPS; step++) {
    const equations = equationsOf(best, history, look);
    information = equations.information;
    const next = better(best, equations, look);
    if (next === null) break;
    const gain = next.likelihood - best.likelihood;
    best = next;
    if (gain < ENOUGH) break;
  }
  return { ...best, information };
}

interface Look {
  readonly traits: Traits;
  readonly foreseen: Float64Array;
  /** Logarithm, but for a constant. */
  readonly likelihood: number;
}

interface Equations {
  readonly information: number[][];
  readonly gradient: readonly number[];
}

/** The first of ever shorter steps that makes the reviews likelier; null for none. */
function better(
  from: Look,
  { information, gradient }: Equations,
  look: (traits: Traits) => Look,
): Look | null {
  for (let damping = 0.03, tries = 0; tries < MAX_TRIES; tries++, damping *= 20) {
    const damped = information.map((line, row) =>
      line.map((value, column) => (row === column ? value * (1 + damping) : value)),
    );
    const step = solve(damped, gradient);
    const next = look(
      from.traits.map((value, trait) =>
        clamp(value + clamp(step[trait] ?? 0, -MAX_STEP, MAX_STEP), -MAX, MAX),
      ),
    );
    if (next.likelihood > from.likelihood) return next;
  }
  return null;
}

function equationsOf(at: Look, history: ReviewHistory, look: (traits: Traits) => Look): Equations {
  const slopes = at.traits.map((_, trait) => {
    const nudged = look(at.traits.map((value, other) => value + (other === trait ? NUDGE : 0)));
    return nudged.foreseen.map((chance, row) => (chance - (at.foreseen[row] ?? 0)) / NUDGE);
  });
  const information = identity(TRAITS);
  const gradient = at.traits.map((value) => -value);
  at.foreseen.forEach((foreseen, row) => {
    if (foreseen < 0) return;
    const chance = clamp(foreseen, MIN_CHANCE, 1 - MIN_CHANCE);
    const weight = 1 / (chance * (1 - chance));
    const surprise = ((history.recalled(row) ? 1 : 0) - chance) * weight;
    slopes.forEach((slope, one) => {
      gradient[one] = (gradient[one] ?? 0) + surprise * (slope[row] ?? 0);
      const line = information[one] ?? [];
      slopes.forEach((other, column) => {
        line[column] = (line[column] ?? 0) + weight * (slope[row] ?? 0) * (other[row] ?? 0);
      });
    });
  });
  return { information, gradient };
}

function likelihoodOf(traits: Traits, foreseen: Float64Array, history: ReviewHistory): number {
  let sum = 0;
  for (const value of traits) sum -= (value * value) / 2;
  foreseen.forEach((each, row) => {
    if (each < 0) return;
    const chance = clamp(each, MIN_CHANCE, 1 - MIN_CHANCE);
    sum += Math.log(history.recalled(row) ? chance : 1 - chance);
  });
  return sum;
}

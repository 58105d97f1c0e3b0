import { clamp } from './arithmetic.js';
/**
 * How a person's memory differs from the believed one, in the few ways that
 * some hundred reviews can tell apart; each in standard deviations over people.
 */
export type Traits = Float64Array;

const FORGETTING = 11;
const GROWTH = 8;
const DECAY = 20;

/**
 * Deviations of logarithms over people, by which a trait moves its weights.
 * Growth and forgetting stand for several weights each: what the deviations of
 * those (`person.ts`) come to in how far stability rises, and what is left of it.
 */
const SPREADS = { initial: 0.65, decay: 0.5, growth: 0.35, forgetting: 0.3 };

/** Number of traits: initial stabilities, decay, growth by recall, what forgetting leaves. */
export const TRAITS = 4;

/** Gives the 21 weights of a person of these traits, where `weights` are those believed of all. */
export function withTraits(weights: readonly number[], traits: Traits): number[] {
  const [initial = 0, decay = 0, growth = 0, forgetting = 0] = traits;
  return weights.map((weight, index) => {
    if (index < 4) return weight * Math.exp(SPREADS.initial * initial);
    if (index === GROWTH) return weight + SPREADS.growth * growth;
    if (index === FORGETTING) return weight * Math.exp(SPREADS.forgetting * forgetting);
    // FSRS-6's bounds of the decay.
    if (index === DECAY) return clamp(weight * Math.exp(SPREADS.decay * decay), 0.1, 0.8);
    return weight;
  });
}

import { clamp } from '../schedule/arithmetic.js';

/**
 * How a person's memory differs from the believed one, in the few ways that
 * some hundred reviews can tell apart; each in standard deviations over people.
 */
export type Traits = readonly number[];

/** Number of traits: initial stabilities, decay, growth by recall, what forgetting leaves. */
export const TRAITS = 4;

const GROWTH = 8;
const FORGETTING = 11;
const DECAY = 20;
/** FSRS-6's bounds of initial stabilities and of the decay. */
const STABILITIES = [0.001, 100] as const;
const DECAYS = [0.1, 0.8] as const;

/**
 * Deviations over people by which a trait moves its weights (of logarithms, but
 * for growth, which is one). Wider than FSRS's own over its users: memories that
 * are not FSRS's are told by these four as well as they can be.
 */
const SPREADS = { initial: 1, decay: 0.8, growth: 0.5, forgetting: 0.5 };

/** Returns the 21 weights of a person of these traits, where `weights` are those believed of all. */
export function withTraits(weights: readonly number[], traits: Traits): number[] {
  const [initial = 0, decay = 0, growth = 0, forgetting = 0] = traits;
  return weights.map((weight, index) => {
    if (index < 4) return clamp(weight * Math.exp(SPREADS.initial * initial), ...STABILITIES);
    if (index === GROWTH) return weight + SPREADS.growth * growth;
    if (index === FORGETTING) return weight * Math.exp(SPREADS.forgetting * forgetting);
    if (index === DECAY) return clamp(weight * Math.exp(SPREADS.decay * decay), ...DECAYS);
    return weight;
  });
}

import { normal, type Random, type Rating } from '../product.js';

/**
 * The button of memories that have none of their own: the clearer the recall,
 * the easier, with noise of a standard normal on its logit.
 */
export function buttonFor(recall: number, hit: boolean, random: Random): Rating {
  if (!hit) return 1;
  const held = Math.min(0.999999, Math.max(0.000001, recall));
  const ease = Math.log(held / (1 - held)) + normal(random);
  if (ease < 0.5) return 2;
  return ease > 4.5 ? 4 : 3;
}

/** 0..1 */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Chance that a question is failed when it is first shown, of people who prepare from nothing. */
export function drawUnknown(random: Random): number {
  return logistic(2.2 + 0.5 * normal(random));
}

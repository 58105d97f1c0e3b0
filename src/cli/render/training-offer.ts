import type { ParameterSets } from '../../app/memory/ports.js';
import { counted } from '../../model/counted.js';
import { ENOUGH_NEW } from '../../schedule/fit/thresholds.js';

/** Offers to learn from what was reviewed since the last time, where that is worth it: a line, or none. */
export function trainingOffer(store: Pick<ParameterSets, 'reviewsSinceTraining'>): string[] {
  const reviews = store.reviewsSinceTraining();
  if (reviews < ENOUGH_NEW) return [];
  return [`Run \`viva optimize\` to fit ${counted(reviews, 'review')}`];
}

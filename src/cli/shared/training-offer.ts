import type { ParameterSets } from '../../app/memory/ports.js';
import { DAY_MS } from '../../model/moment.js';
import { counted } from '../../model/text/counted.js';
import { shownNotices } from '../../platform/shown-notices.js';
import { MIN_NEW_REVIEWS } from '../../schedule/fit/thresholds.js';
import type { Context } from '../contract/context.js';

/** Whoever does not want to is not told each day. */
const SAID_EVERY_MS = 7 * DAY_MS;

/**
 * Offers to learn from what was reviewed since the last time, where that is
 * worth it and was not said within a week: a line, or none.
 */
export function trainingOffer(
  store: Pick<ParameterSets, 'reviewsSinceTraining'>,
  context: Pick<Context, 'paths' | 'now'>,
): string[] {
  const reviews = store.reviewsSinceTraining();
  if (reviews < MIN_NEW_REVIEWS) return [];
  const said = shownNotices(context.paths.database);
  const last = said.lastShown('optimize');
  const now = context.now();
  if (last !== null && last <= now && now - last < SAID_EVERY_MS) return [];
  said.noteShown('optimize', now);
  return [`Run \`viva optimize\` to fit ${counted(reviews, 'review')}`];
}

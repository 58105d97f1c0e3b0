import type { Moment } from '../../model/moment.js';
import { streak } from '../../stats/streak.js';
import type { Waiting } from './ports.js';

/** Days that are looked back: more than anyone's life of reviews. */
const MAX_STREAK = 20_000;

/** Study days in a row with a review, up to today or yesterday. */
export function currentStreak(moment: Moment, store: Waiting): number {
  return streak(store.reviewDays(MAX_STREAK), moment.today);
}

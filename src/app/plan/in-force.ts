import type { Moment } from '../../model/moment.js';
import type { PlanRecord, Plans } from './ports.js';

/** Plans whose interview is yet to come, the nearest first. */
export function plansInForce(moment: Moment, store: Plans): PlanRecord[] {
  return store.plans().filter(({ deadlineAt }) => deadlineAt > moment.now);
}

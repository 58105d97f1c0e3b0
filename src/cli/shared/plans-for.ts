import { hasPlans } from '../../app/plan/in-force.js';
import type { PlansToday } from '../../app/plan/today.js';
import type { Store } from '../../app/ports.js';
import { breakOn } from '../../model/break.js';
import type { Context } from '../contract/context.js';

/** What the plans in force make of the day; without one, nothing of planning is loaded. */
export async function plansFor(context: Context, store: Store): Promise<PlansToday | undefined> {
  const moment = context.moment();
  // On a day off nothing is due, plan or no plan.
  if (!hasPlans(moment, store) || breakOn(moment.today, moment.breaks) !== undefined) {
    return undefined;
  }
  const { planToday } = await import('../../app/plan/today.js');
  return planToday(store, await context.config(), context.settings(), moment);
}

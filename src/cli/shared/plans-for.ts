import { hasPlans } from '../../app/plan/in-force.js';
import type { PlanQueue } from '../../app/plan/queue.js';
import type { Store } from '../../app/ports.js';
import { breakOn } from '../../model/break.js';
import type { Context } from '../contract/context.js';

/** The queue of the plans in force; without one, nothing of planning is loaded. */
export async function plansFor(context: Context, store: Store): Promise<PlanQueue | undefined> {
  const moment = context.moment();
  // On a day off nothing is due, plan or no plan.
  if (!hasPlans(moment, store) || breakOn(moment.today, moment.breaks) !== undefined) {
    return undefined;
  }
  const { PlanQueue } = await import('../../app/plan/queue.js');
  return new PlanQueue(store, await context.config(), context.settings(), moment);
}

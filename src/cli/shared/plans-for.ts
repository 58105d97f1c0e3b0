import type { PlanQueue } from '../../app/plan/queue.js';
import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';
import { watchInForce } from './in-force.js';

/** The queue of the plans in force; without one, nothing of planning is loaded. */
export async function plansFor(context: Context, store: Store): Promise<PlanQueue | undefined> {
  return (await watchInForce(context, store)).plans;
}

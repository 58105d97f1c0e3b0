import type { PlansToday } from '../../app/plan/today.js';
import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';
import { watchInForce } from './in-force.js';

/** What the plans in force make of the day; without one, nothing of planning is loaded. */
export async function plansFor(context: Context, store: Store): Promise<PlansToday | undefined> {
  return (await watchInForce(context, store)).plans;
}

import { plansInForce } from '../../app/plan/in-force.js';
import type { Store } from '../../app/ports.js';
import { shownNotices } from '../../platform/shown-notices.js';
import type { Context } from '../contract/context.js';
import { greetingLines } from '../render/greeting.js';
import { isBundled } from '../shared/bundled.js';

/**
 * Returns what to say, once, to a person who begins with the bundled decks and has not reviewed
 * anything yet; nothing to others. `underPlans`: plans in force say what comes.
 */
export function greeting(context: Context, store: Store, underPlans: boolean): string[] {
  const sources = store.sources();
  if (!sources.every((source) => isBundled(source, context))) return [];
  const said = shownNotices(context.paths.database);
  if (store.lastModule() !== null || said.lastShown('welcome') !== null) return [];
  said.noteShown('welcome', context.now());
  const moment = context.moment();
  const cards = store.count({ kind: 'all' }, moment);
  const { newPerDay } = context.settings();
  const plans = underPlans ? plansInForce(moment, store) : [];
  const planMinutes = plans.map(({ minutesPerDay }) => minutesPerDay);
  return greetingLines({ cards, newPerDay, planMinutes, folder: context.paths.data });
}

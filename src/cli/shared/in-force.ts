import { plansInForce } from '../../app/plan/in-force.js';
import type { PlansToday } from '../../app/plan/today.js';
import type { Store } from '../../app/ports.js';
import type { ReviewPorts } from '../../app/review/request.js';
import { breakOn } from '../../model/break.js';
import type { StudyDay } from '../../model/ids.js';
import { type SchedulerConfig, type Settings, schedulerConfig } from '../../model/settings.js';
import { whileSame } from '../../model/while-same.js';
import type { Context } from '../contract/context.js';

/**
 * What a long session goes by: settings, weights and plans may change while it
 * is open. Each property is what is in force when it is read, and the same
 * object as long as nothing has changed.
 */
export interface InForce {
  readonly settings: Settings;
  readonly config: SchedulerConfig;
  /** Undefined where no plan is in force. */
  readonly plans: PlansToday | undefined;
}

type Planning = typeof import('../../app/plan/today.js');

/** Watches what is in force. Without a plan, nothing of planning is loaded. */
export async function watchInForce(context: Context, store: Store): Promise<InForce> {
  let planning = arePlansInForce(context, store) ? await loadPlanning() : null;
  const configOf = whileSame(schedulerConfig);
  const plansOf = whileSame(
    ({ planToday }: Planning, config: SchedulerConfig, settings: Settings, _day: StudyDay) =>
      planToday(store, config, settings, context.moment()),
  );
  const inForce: InForce = {
    get settings() {
      return context.settings();
    },
    get config() {
      return configOf(context.settings(), store.weights());
    },
    get plans() {
      if (!arePlansInForce(context, store)) return undefined;
      if (planning !== null) {
        return plansOf(planning, inForce.config, inForce.settings, context.moment().today);
      }
      // Made elsewhere since: in force as soon as the planner is loaded.
      void loadPlanning().then((loaded) => {
        planning = loaded;
      });
      return undefined;
    },
  };
  return inForce;
}

/** What a review needs, by what is in force when it is asked; without `plans` they have no say. */
export async function reviewPorts(
  context: Context,
  store: Store,
  plans: boolean,
): Promise<ReviewPorts> {
  const inForce = await watchInForce(context, store);
  return {
    store,
    moment: () => context.moment(),
    get settings() {
      return inForce.settings;
    },
    get config() {
      return inForce.config;
    },
    get plans() {
      return plans ? inForce.plans : undefined;
    },
  };
}

// On a day off nothing is due, plan or no plan.
function arePlansInForce(context: Context, store: Store): boolean {
  const moment = context.moment();
  const isOff = breakOn(moment.today, moment.breaks) !== undefined;
  return !isOff && plansInForce(moment, store).length > 0;
}

function loadPlanning(): Promise<Planning> {
  return import('../../app/plan/today.js');
}

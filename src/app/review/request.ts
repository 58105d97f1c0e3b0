import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { QueueOrder } from '../../model/queue.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import type { Cards } from '../cards/ports.js';
import type { Library } from '../import/ports.js';
import type { Plans } from '../plan/ports.js';
import type { MoreOfPlan } from '../plan/share.js';
import type { PlansToday } from '../plan/today.js';
import type { Journal, Waiting } from './ports.js';

/** What a person asks to review. */
export interface ReviewRequest {
  readonly query: Query;
  readonly order: QueueOrder;
  /** Ratings after which to stop; null for none. */
  readonly limit: number | null;
  /** New cards this session may introduce, in place of what is left of the day's; null for that. */
  readonly fresh: number | null;
  /** Minutes after which to stop; null for none. */
  readonly minutes: number | null;
  readonly cram: boolean;
  /** A plan that may take more today than its minutes; left out where none may. */
  readonly more?: MoreOfPlan;
}

/** What a review needs from outside. */
export interface ReviewPorts {
  readonly store: Cards & Journal & Waiting & Library & Plans;
  /** The moment it is now. */
  readonly moment: () => Moment;
  /** In force now: it may be another object the next time. */
  readonly settings: Settings;
  /** In force now, as the settings. */
  readonly config: SchedulerConfig;
  /** Plans in force now; left out where there is none, or the person wants none today. */
  readonly plans?: PlansToday | undefined;
}

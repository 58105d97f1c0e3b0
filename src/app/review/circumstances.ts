import type { StudyDay } from '../../model/ids.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import type { PlansToday } from '../plan/today.js';
import type { ReviewPorts } from './request.js';

/** What a queue is read under: where any of it changes, it is read again. */
export interface Circumstances {
  /** The store's count of other programs' writes. */
  readonly changes: number;
  readonly day: StudyDay;
  readonly settings: Settings;
  readonly config: SchedulerConfig;
  readonly plans: PlansToday | undefined;
}

/** Returns those of now. A cram asks for no plan. */
export function circumstancesOf(cram: boolean, ports: ReviewPorts): Circumstances {
  const { store, moment, settings, config } = ports;
  const changes = store.changes();
  const plans = cram ? undefined : ports.plans;
  return { changes, day: moment().today, settings, config, plans };
}

/** Returns what to say of a change; empty for one that need not be mentioned, null where nothing changed. */
export function changeNotice(before: Circumstances, now: Circumstances): string | null {
  if (now.day !== before.day) return 'A new study day has begun.';
  if (now.settings !== before.settings) return 'The settings have changed.';
  const { changes, config, plans } = before;
  const isSame = now.changes === changes && now.config === config && now.plans === plans;
  return isSame ? null : '';
}

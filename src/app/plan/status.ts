import { MINUTE_MS } from '../../model/moment.js';
import { counted } from '../../model/text/counted.js';
import type { PlanRecord } from './ports.js';

/** How a plan in force stands today. */
export interface PlanStatus {
  readonly plan: PlanRecord;
  /** Days to the interview; 0 on its day. */
  readonly daysLeft: number;
  /** Mean recall to be expected at the interview's hour, 0..1; null where it was not asked for. */
  readonly expected: number | null;
  /** Time spent today on its cards, ms. */
  readonly spentMs: number;
  /** What the plan wants today in all, what is spent included, ms. */
  readonly wantedMs: number;
  /**
   * `open`: it wants its time; `enough`: no more time brings anything;
   * `reached`: the target is, without any more; `off`: a day without time;
   * `empty`: it has no card, or all are under plans with an earlier interview.
   */
  readonly state: 'open' | 'enough' | 'reached' | 'off' | 'empty';
}

/**
 * Says how a plan stands: "Anthropic in 20 days · 0.83 expected · 34 of 38 min
 * today", in fewer words where that is longer than `width`; empty where
 * nothing fits. Takes how long a text is on the screen.
 */
export function statusText(
  status: PlanStatus,
  width: number,
  lengthOf: (text: string) => number = (text) => text.length,
): string {
  return statusTexts(status).find((text) => lengthOf(text) <= width) ?? '';
}

const IDLE = {
  enough: 'free today',
  reached: 'target reached',
  off: 'day off',
  empty: 'no cards',
  shared: 'under an earlier plan',
} as const;

function statusTexts({ plan, daysLeft, expected, spentMs, wantedMs, state }: PlanStatus) {
  const { name } = plan;
  const share = expected === null ? null : expected.toFixed(2);
  const done = Math.floor(spentMs / MINUTE_MS);
  const wanted = spentMs >= wantedMs ? done : Math.ceil(wantedMs / MINUTE_MS);
  const isShared = state === 'empty' && expected !== null;
  const idle = (open: string) => (state === 'open' ? open : IDLE[isShared ? 'shared' : state]);
  const minutes = idle(`${done} of ${wanted} min`);
  const today = state === 'open' ? `${minutes} today` : minutes;
  const join = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(' · ');
  return [
    join(`${name} ${inDays(daysLeft)}`, share && `${share} expected`, today),
    join(`${name} ${daysLeft} d`, share, minutes),
    join(`${daysLeft} d`, share, minutes),
    minutes,
  ];
}

/** "today", "tomorrow" or "in 20 days". */
export function inDays(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${counted(days, 'day')}`;
}

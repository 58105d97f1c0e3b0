import { DAY_MS, HOUR_MS, MINUTE_MS } from '../model/moment.js';
import type { Outcome } from './preview.js';

const YEAR_MS = 365 * DAY_MS;
const MONTH_MS = YEAR_MS / 12;

/**
 * Returns the time to an outcome's next review as Anki shows it on its answer
 * buttons: `10m`, `2h`, `5d`, `3.2mo`, `1.4y`, in the largest unit that fits;
 * minutes and days whole, the others to one decimal. `<1m` below a minute.
 */
export function intervalText(outcome: Pick<Outcome, 'delayMs'>): string {
  const ms = outcome.delayMs;
  if (ms < MINUTE_MS) return '<1m';
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)}m`;
  if (ms < DAY_MS) return `${oneDecimal(ms / HOUR_MS)}h`;
  if (ms < MONTH_MS) return `${Math.round(ms / DAY_MS)}d`;
  if (ms < YEAR_MS) return `${oneDecimal(ms / MONTH_MS)}mo`;
  return `${oneDecimal(ms / YEAR_MS)}y`;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

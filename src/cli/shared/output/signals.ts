import type { EndSignal } from '../../../tui/terminal/screen.js';

/** Exit status after a signal: a shell reports 128 plus the signal's number. */
export const SIGNAL_STATUS: Readonly<Record<EndSignal, number>> = {
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
};

/** Returns the exit status of a screen that a signal has ended, or 0 for null. */
export function statusAfter(signal: EndSignal | null): number {
  return signal === null ? 0 : SIGNAL_STATUS[signal];
}

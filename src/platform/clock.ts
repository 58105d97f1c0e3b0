import { VivaError } from '../model/error.js';

/**
 * Gives the clock: `VIVA_NOW` (an ISO time) where it is set, so that any
 * behaviour can be reproduced from a shell, else the system's. ms since 1970.
 * Throws `clock-invalid` for a `VIVA_NOW` that is no time.
 */
export function makeClock(env: NodeJS.ProcessEnv): () => number {
  const fixed = env.VIVA_NOW;
  if (fixed === undefined || fixed === '') return Date.now;
  const at = parseTime(fixed);
  if (at === undefined) {
    throw new VivaError(
      'clock-invalid',
      `VIVA_NOW is "${fixed}", which is not a time.`,
      'Give an ISO time such as 2026-11-24T08:00:00Z, or unset it.',
    );
  }
  return () => at;
}

/** Reads an ISO 8601 date or time; gives ms since 1970, or undefined. */
export function parseTime(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)) {
    return undefined;
  }
  const at = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(at) ? undefined : at;
}

/**
 * Returns the clock: `VIVA_NOW` where it is set, so that any behaviour can be
 * reproduced from a shell, else the system's. ms since 1970. Takes the reader
 * of that text; throws what it throws.
 */
export function makeClock(env: NodeJS.ProcessEnv, read: (text: string) => number): () => number {
  const fixed = env.VIVA_NOW;
  if (fixed === undefined || fixed === '') return Date.now;
  const at = read(fixed);
  return () => at;
}

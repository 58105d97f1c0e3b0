/**
 * Returns the processor time this process has used so far, ms. Bounds on work are
 * held against it, not against the clock on the wall: other programs on the
 * machine, or the other half of the suite, then have no say.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

// The figures of the bench: what is made of the times that were taken.

/** The smallest value that at least this share (0..1) of all values does not exceed. */
export function percentile(values, share) {
  if (values.length === 0) throw new Error('there is no percentile of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/** The value in the middle; of an even number of values the lower of the two. */
export function median(values) {
  return percentile(values, 0.5);
}

/**
 * The exponent e of the power law cost = a · size^e that fits best: the slope of the least
 * squares in logarithms. 0 is flat, 1 linear; null for fewer than two sizes.
 */
export function exponent(points) {
  if (points.length < 2) return null;
  const logs = points.map(({ size, cost }) => [Math.log(size), Math.log(cost)]);
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const shared = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  const spread = logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
  return shared / spread;
}

/**
 * Judges a row by its samples. A row says which samples are its own (`taken`), by which
 * statistic they are read, which samples are its limit (`limit`, or none), and its `goal`: the
 * most that the ratio to the limit may be, or, without a limit, the value itself.
 */
export function judge(row, samples) {
  const share = row.statistic === 'p99' ? 0.99 : 0.5;
  const value = percentile(samples[row.taken], share);
  const limit = row.limit === undefined ? null : median(samples[row.limit]);
  const ratio = limit === null ? null : value / limit;
  return {
    name: row.name,
    unit: row.unit ?? 'ms',
    statistic: row.statistic ?? 'median',
    value,
    p99: percentile(samples[row.taken], 0.99),
    samples: samples[row.taken].length,
    against: row.against ?? null,
    limit,
    ratio,
    goal: row.goal ?? null,
    // A row without a goal is there to be looked at.
    met: row.goal === undefined ? null : (ratio ?? value) <= row.goal,
  };
}

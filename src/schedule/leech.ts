/** Lapses below which a card is no leech, however unlikely they are. */
const MIN_LAPSES = 4;
/** A card that is remembered as predicted lapses so often with at most this probability. */
const UNLIKELY = 0.01;

/**
 * Returns the probability, 0..1, of at least that many lapses where `expected`
 * are predicted: the upper tail of the Poisson distribution,
 * P(X >= k) = 1 - sum over i < k of e^-m m^i / i!.
 *
 * The lapses of a card are Bernoulli trials of unequal chances 1 - R. Beyond
 * the mean their sum has a lighter upper tail than the Poisson distribution of
 * the same mean (Hoeffding 1956, "On the distribution of the number of
 * successes in independent trials"; Anderson and Samuels 1967), so that the
 * true probability is smaller still.
 */
export function lapseProbability(lapses: number, expected: number): number {
  if (lapses <= 0) return 1;
  let term = Math.exp(-expected);
  let below = term;
  for (let i = 1; i < lapses; i++) {
    term *= expected / i;
    below += term;
  }
  return Math.min(1, Math.max(0, 1 - below));
}

/** Are there so many more lapses than predicted that chance does not explain them? */
export function isUnlikely(lapses: number, expected: number): boolean {
  return lapses >= MIN_LAPSES && lapseProbability(lapses, expected) < UNLIKELY;
}

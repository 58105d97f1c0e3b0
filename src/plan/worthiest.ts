const BINS = 256;

/**
 * Gives at least the `most` cards that are worth most (all, where there are no
 * more), in falling order; of equals the first. Quick where there are many
 * more than that: the others are not put in order.
 */
export function worthiest(cards: readonly number[], worth: Float64Array, most: number): number[] {
  const chosen = cards.length <= most ? [...cards] : upper(cards, worth, most);
  return chosen.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
}

/** The cards in the upper bins of a histogram, as many bins as it takes. */
function upper(cards: readonly number[], worth: Float64Array, most: number): number[] {
  let highest = 0;
  for (const card of cards) highest = Math.max(highest, worth[card] ?? 0);
  const binOf = (card: number) => Math.floor(((worth[card] ?? 0) / highest) * (BINS - 1));
  const counts = new Int32Array(BINS);
  for (const card of cards) counts[binOf(card)] = (counts[binOf(card)] ?? 0) + 1;
  let bin = BINS;
  for (let count = 0; count < most && bin > 0; ) count += counts[--bin] ?? 0;
  return cards.filter((card) => binOf(card) >= bin);
}

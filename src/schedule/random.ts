/** Returns the next number of a stream, uniform in 0..1, 1 excluded; see seeded-random.ts. */
export type Random = () => number;

/** A number of the standard normal distribution (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The index that a number in 0..1 falls on among chances that sum to 1. */
export function pick(chances: readonly number[], number: number): number {
  let rest = number;
  for (let index = 0; index < chances.length - 1; index++) {
    rest -= chances[index] ?? 0;
    if (rest < 0) return index;
  }
  return chances.length - 1;
}

/** The n-th place of van der Corput's sequence in 0..1: each falls into the widest gap. */
export function vanDerCorput(n: number): number {
  let place = 0;
  for (let [rest, part] = [n, 0.5]; rest > 0; rest >>= 1, part /= 2) place += (rest & 1) * part;
  return place;
}

/** Mean of a figure over people, with half the width of its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly margin: number;
}

/** Mean and half its 95 % interval, by the normal approximation. */
export function estimate(numbers: readonly number[]): Estimate {
  const count = numbers.length;
  const mean = meanOf(numbers);
  const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
  const deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  return { mean, margin: (1.96 * deviation) / Math.sqrt(Math.max(1, count)) };
}

/** 0 without numbers. */
export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

/** The number below which a part, 0..1, of the numbers lies, between neighbours in proportion. */
export function quantile(numbers: readonly number[], part: number): number {
  const rising = [...numbers].sort((a, b) => a - b);
  const at = part * (rising.length - 1);
  const below = rising[Math.floor(at)] ?? 0;
  return below + (at % 1) * ((rising[Math.ceil(at)] ?? below) - below);
}

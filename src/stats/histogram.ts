import type { Histogram, HistogramUnit } from './card-figures.js';

/** Where the bins of a histogram begin and end. */
export interface Scale {
  readonly unit: HistogramUnit;
  /** Lower ends, rising. */
  readonly edges: readonly number[];
  /** Upper end of the last bin, which belongs to it; null for none. */
  readonly end: number | null;
}

/** Days between reviews and of stability: finer where most cards are; 21 parts young from mature. */
export const DAY_SCALE: Scale = {
  unit: 'days',
  edges: [0, 1, 2, 4, 7, 14, 21, 30, 60, 90, 180, 365, 730],
  end: null,
};

/** FSRS difficulty, 1..10. */
export const DIFFICULTY_SCALE: Scale = {
  unit: 'difficulty',
  edges: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  end: 10,
};

/** Probability of recall, in tenths. */
export const PROBABILITY_SCALE: Scale = {
  unit: 'probability',
  edges: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  end: 1,
};

/** Time of a review. */
export const SECOND_SCALE: Scale = {
  unit: 'seconds',
  edges: [0, 5, 10, 20, 30, 60, 120, 300],
  end: null,
};

/**
 * Counts values into the bins of a scale, with their mean and median (of an
 * even number the mean of the middle two). Sorts `values`. What lies below the
 * first bin counts for it, what lies above the last one's end for that.
 */
export function histogram(values: Float64Array, scale: Scale): Histogram {
  values.sort();
  const counts = scale.edges.map((_, bin) => {
    const from = bin === 0 ? 0 : firstFrom(values, scale.edges[bin] ?? 0);
    const next = scale.edges[bin + 1];
    return (next === undefined ? values.length : firstFrom(values, next)) - from;
  });
  return makeHistogram(scale, counts, meanOf(values), medianOf(values));
}

/** Puts counts of bins, already made, into a histogram. */
export function makeHistogram(
  scale: Scale,
  counts: readonly number[],
  mean: number | null,
  median: number | null,
): Histogram {
  return {
    unit: scale.unit,
    count: counts.reduce((sum, count) => sum + count, 0),
    mean,
    median,
    bins: scale.edges.map((from, bin) => ({
      from,
      to: scale.edges[bin + 1] ?? scale.end,
      count: counts[bin] ?? 0,
    })),
  };
}

/** Index of the first of sorted values that is not below `edge`, by halving. */
function firstFrom(values: Float64Array, edge: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}

function meanOf(values: Float64Array): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(sorted: Float64Array): number | null {
  const low = sorted[(sorted.length - 1) >> 1];
  const high = sorted[sorted.length >> 1];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

import { makeHistogram, SECOND_SCALE } from './histogram.js';
import type { TimeStatistics } from './review-figures.js';

const BUCKET_MS = 100;
const MAX_MS = 3_600_000;

/** Counts how long reviews took, in tenths of a second: a median without sorting a million times. */
export class TimeTable {
  readonly #buckets = new Int32Array(MAX_MS / BUCKET_MS + 1);
  #reviews = 0;
  #totalMs = 0;

  add(durationMs: number): void {
    const bucket = Math.trunc(Math.min(durationMs, MAX_MS) / BUCKET_MS);
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
    this.#reviews++;
    this.#totalMs += durationMs;
  }

  statistics(): TimeStatistics {
    const meanMs = this.#reviews === 0 ? null : this.#totalMs / this.#reviews;
    const medianMs = this.#median();
    return {
      reviews: this.#reviews,
      totalMs: this.#totalMs,
      meanMs,
      medianMs,
      histogram: makeHistogram(SECOND_SCALE, this.#binCounts(), seconds(meanMs), seconds(medianMs)),
    };
  }

  #binCounts(): number[] {
    const { edges } = SECOND_SCALE;
    return edges.map((from, bin) => {
      const to = edges[bin + 1];
      const end = to === undefined ? this.#buckets.length : bucketOfSeconds(to);
      return this.#buckets.subarray(bucketOfSeconds(from), end).reduce((sum, n) => sum + n, 0);
    });
  }

  /** The bucket that holds the review of the middle (of an even number, the lower). */
  #median(): number | null {
    let left = Math.ceil(this.#reviews / 2);
    if (left === 0) return null;
    const bucket = this.#buckets.findIndex((count) => {
      left -= count;
      return left <= 0;
    });
    return bucket * BUCKET_MS;
  }
}

function bucketOfSeconds(value: number): number {
  return (value * 1000) / BUCKET_MS;
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

import { describe, expect, test } from 'vitest';
import { DEFAULT_LEARNER, type Learner } from '../../../src/schedule/fit/learner.js';
import { leastForKnown, workloadsOf } from '../../../src/schedule/workload.js';

const WORKLOADS = workloadsOf(DEFAULT_LEARNER);

describe('workloadsOf', () => {
  test('goes from 0.70 to 0.97 by hundredths', () => {
    expect(WORKLOADS.map(({ retention }) => retention)).toEqual(
      Array.from({ length: 28 }, (_, n) => (70 + n) / 100),
    );
  });

  test('is the same each time', () => {
    expect(workloadsOf(DEFAULT_LEARNER)).toEqual(WORKLOADS);
  });

  test('more retention is more reviews, more time and more known', () => {
    for (const [n, each] of WORKLOADS.entries()) {
      // Neighbours can be as good as equal: intervals are whole days.
      const before = WORKLOADS[n - 3];
      if (before === undefined) continue;
      expect(each.reviews).toBeGreaterThan(before.reviews);
      expect(each.seconds).toBeGreaterThan(before.seconds - 3);
      expect(each.known).toBeGreaterThan(before.known);
    }
  });

  test('what is known lies between the desired retention and all', () => {
    // A card is reviewed where recall has fallen to the retention: between reviews it is higher.
    for (const { retention, known } of WORKLOADS) {
      expect(known).toBeGreaterThan(retention - 0.01);
      expect(known).toBeLessThan(1);
    }
  });

  test('time is what the reviews took', () => {
    const even: Learner = { ...DEFAULT_LEARNER, newSeconds: 60, hitSeconds: 10, missSeconds: 10 };
    for (const { seconds, reviews } of workloadsOf(even)) {
      expect(seconds).toBeCloseTo(60 + 10 * reviews, 6);
    }
  });
});

describe('leastForKnown', () => {
  test('of nothing is nothing', () => {
    expect(leastForKnown([])).toBeNull();
  });

  test('is the least of seconds over what is known', () => {
    const ratios = WORKLOADS.map(({ seconds, known }) => seconds / known);
    const least = leastForKnown(WORKLOADS);
    expect((least?.seconds ?? 0) / (least?.known ?? 1)).toBe(Math.min(...ratios));
  });

  test('rises where forgetting costs more', () => {
    const dear = { ...DEFAULT_LEARNER, missSeconds: 400 };
    const higher = leastForKnown(workloadsOf(dear))?.retention ?? 0;
    expect(higher).toBeGreaterThan(leastForKnown(WORKLOADS)?.retention ?? 1);
  });
});

import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../../src/model/settings.js';
import type { CardHistory } from '../../../../src/schedule/fit/histories.js';
import { predictionTimes } from '../../../../src/schedule/fit/histories.js';
import { crossValidate, splitsOf } from '../../../../src/schedule/fit/validate.js';
import { journalOf, weightsTimes } from '../../../support/learner.js';

const times = (count: number) => Float64Array.from({ length: count }, (_, n) => n * 10);

describe('splitsOf', () => {
  test('cuts six parts, and tests all but the first', () => {
    expect(splitsOf(times(12), 0)).toEqual([
      { from: 20, until: 40 },
      { from: 40, until: 60 },
      { from: 60, until: 80 },
      { from: 80, until: 100 },
      { from: 100, until: Number.POSITIVE_INFINITY },
    ]);
  });

  test('tests nothing that was seen before', () => {
    const splits = splitsOf(times(60), 300);
    expect(splits[0]?.from).toBe(300);
    expect(splits).toHaveLength(5);
    expect(splitsOf(times(60), 1e9)).toEqual([]);
  });

  test('keeps reviews of one instant together', () => {
    const splits = splitsOf(new Float64Array(12).fill(5), 0);
    expect(splits).toEqual([{ from: 5, until: Number.POSITIVE_INFINITY }]);
  });
});

describe('crossValidate', () => {
  const hidden = weightsTimes([3, 3, 3, 3]);
  const histories = journalOf(hidden, 150, 60);
  const splits = splitsOf(predictionTimes(histories), 0);

  test('learns from what lies before each part alone, and tests every part once', async () => {
    const seen: number[] = [];
    const learn = async (older: readonly CardHistory[]) => {
      seen.push(Math.max(...older.flatMap(({ at }) => at)));
      return DEFAULT_WEIGHTS;
    };
    const trials = await crossValidate(
      histories,
      splits,
      DEFAULT_WEIGHTS,
      new Map([['own', learn]]),
    );
    expect(seen).toHaveLength(5);
    for (const [n, newest] of seen.entries()) expect(newest).toBeLessThan(splits[n]?.from ?? 0);
    const all = predictionTimes(histories);
    expect(trials.tested).toBe(all.filter((at) => at >= (splits[0]?.from ?? 0)).length);
  });

  test('the same weights gain nothing, better ones more than their error', async () => {
    const ways = new Map([
      ['same', async () => DEFAULT_WEIGHTS],
      ['true', async () => hidden],
      ['wrong', async () => weightsTimes([0.2, 0.2, 0.2, 0.2])],
    ]);
    const { base, of } = await crossValidate(histories, splits, DEFAULT_WEIGHTS, ways);
    expect(of.get('same')).toMatchObject({ measure: base, gain: 0, error: 0 });
    const [better, worse] = [of.get('true')!, of.get('wrong')!];
    expect(better.gain).toBeGreaterThan(better.error);
    expect(better.gain).toBeCloseTo(base.logLoss - better.measure.logLoss, 10);
    expect(worse.gain).toBeLessThan(0);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import { balanceSeed, chooseInterval, type DayLoad } from '../../../src/schedule/balance.js';

const seed = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const day = fc.record({
  due: fc.nat({ max: 5000 }),
  share: fc.constantFrom(0, 0.2, 0.5, 1),
});
const days = fc
  .tuple(fc.integer({ min: 2, max: 2000 }), fc.array(day, { minLength: 1, maxLength: 40 }))
  .map(([from, all]): DayLoad[] => all.map((each, at) => ({ ...each, interval: from + at })));

const SEEDS = Array.from({ length: 20_000 }, (_, n) => (n + 0.5) / 20_000);

/** How often each interval is chosen over evenly spread seeds. */
function shares(all: readonly DayLoad[]): number[] {
  const chosen = SEEDS.map((each) => chooseInterval(all, each));
  return all.map(({ interval }) => chosen.filter((each) => each === interval).length / 20_000);
}

describe('chooseInterval', () => {
  it('gives one of the days, and one with a share where there is any', () => {
    fc.assert(
      fc.property(days, seed, (all, from) => {
        const chosen = all.find(({ interval }) => interval === chooseInterval(all, from));
        expect(chosen).toBeDefined();
        if (all.some(({ share }) => share > 0)) expect(chosen?.share).toBeGreaterThan(0);
      }),
    );
  });

  it('prefers the emptier of two days, by the square of their counts', () => {
    const [empty, full] = shares([
      { interval: 10, due: 9, share: 1 },
      { interval: 10.0001, due: 19, share: 1 },
    ]);
    expect(empty).toBeCloseTo(0.8, 2);
    expect(full).toBeCloseTo(0.2, 2);
  });

  it('fills an easy day up to its share of a full one', () => {
    const load = [
      { interval: 100, due: 0, share: 1 },
      { interval: 101, due: 0, share: 0.5 },
      { interval: 102, due: 0, share: 0 },
    ];
    for (let n = 0; n < 6000; n++) {
      const interval = chooseInterval(load, balanceSeed(cardId(`card${n}`), n));
      const at = load.findIndex((each) => each.interval === interval);
      load[at] = { ...load[at]!, due: load[at]!.due + 1 };
    }
    expect(load[1]!.due / load[0]!.due).toBeCloseTo(0.5, 1);
    expect(load[2]!.due).toBe(0);
  });

  it('parts cards over days without a share as if they all had one', () => {
    const none = [4, 5, 6].map((interval) => ({ interval, due: 3, share: 0 }));
    expect(Math.min(...shares(none))).toBeGreaterThan(0.2);
  });
});

describe('balanceSeed', () => {
  it('is spread evenly over 0 to 1', () => {
    const seeds = Array.from({ length: 4000 }, (_, n) => balanceSeed(cardId(`c${n % 40}`), n));
    expect(seeds.every((each) => each >= 0 && each < 1)).toBe(true);
    for (let bin = 0; bin < 10; bin++) {
      const inBin = seeds.filter((each) => Math.floor(each * 10) === bin).length;
      expect(inBin / 4000).toBeCloseTo(0.1, 1);
    }
  });
});

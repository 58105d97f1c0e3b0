import { describe, expect, it } from 'vitest';
import { leftToday } from '../../../src/schedule/limits.js';

const settings = { newPerDay: 10, reviewsPerDay: 200 };

describe('leftToday', () => {
  it('takes off what was done today', () => {
    expect(leftToday(settings, { fresh: 0, reviews: 0, total: 0 })).toEqual({
      fresh: 10,
      reviews: 200,
    });
    expect(leftToday(settings, { fresh: 4, reviews: 150, total: 170 })).toEqual({
      fresh: 6,
      reviews: 50,
    });
  });

  it('never falls below nothing', () => {
    expect(leftToday(settings, { fresh: 12, reviews: 250, total: 300 })).toEqual({
      fresh: 0,
      reviews: 0,
    });
  });

  it('adds new cards asked for beyond the limit', () => {
    const counts = { fresh: 10, reviews: 0, total: 10 };
    expect(leftToday(settings, counts, 5).fresh).toBe(5);
    expect(leftToday({ newPerDay: 0, reviewsPerDay: 0 }, counts, 5).fresh).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { intervalText } from '../../../src/schedule/interval-text.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

describe('intervalText', () => {
  it.each([
    [0, '<1m'],
    [59_999, '<1m'],
    [MINUTE, '1m'],
    [10 * MINUTE, '10m'],
    [59 * MINUTE, '59m'],
    [60 * MINUTE, '1h'],
    [90 * MINUTE, '1.5h'],
    [120 * MINUTE, '2h'],
    [DAY, '1d'],
    [5 * DAY, '5d'],
    [30 * DAY, '30d'],
    [31 * DAY, '1mo'],
    [98 * DAY, '3.2mo'],
    [364 * DAY, '12mo'],
    [365 * DAY, '1y'],
    [511 * DAY, '1.4y'],
    [36_500 * DAY, '100y'],
  ])('of %d ms is %s', (delayMs, text) => {
    expect(intervalText({ delayMs })).toBe(text);
  });
});

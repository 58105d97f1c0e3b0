import { expect, test } from 'vitest';
import { makeClock, parseTime } from '../../../src/platform/clock.js';

test('VIVA_NOW fixes the clock', () => {
  expect(makeClock({ VIVA_NOW: '2026-11-24T08:00:00Z' })()).toBe(Date.UTC(2026, 10, 24, 8));
  expect(Math.abs(makeClock({})() - Date.now())).toBeLessThan(1000);
  expect(() => makeClock({ VIVA_NOW: 'soon' })).toThrow(/not a time/);
});

test.each([
  ['2026-11-24', Date.UTC(2026, 10, 24)],
  ['2026-11-24T08:00:00+02:00', Date.UTC(2026, 10, 24, 6)],
  ['2026-11-24 08:00Z', Date.UTC(2026, 10, 24, 8)],
  ['2026-13-24', undefined],
  ['24.11.2026', undefined],
  ['1', undefined],
])('%j is %j', (text, at) => {
  expect(parseTime(text)).toBe(at);
});

import { expect, test } from 'vitest';
import { makeClock } from '../../../src/platform/clock.js';

test('VIVA_NOW fixes the clock', () => {
  const read = (text: string) => text.length;
  expect(makeClock({ VIVA_NOW: 'abc' }, read)()).toBe(3);
  for (const env of [{}, { VIVA_NOW: '' }]) {
    expect(Math.abs(makeClock(env, read)() - Date.now())).toBeLessThan(1000);
  }
});

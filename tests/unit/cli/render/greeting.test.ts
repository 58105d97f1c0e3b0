import { expect, test } from 'vitest';
import { greetingLines } from '../../../../src/cli/render/greeting.js';

test('the greeting says how much, how fast, how long, where, and three keys', () => {
  const lines = greetingLines({ cards: 459, newPerDay: 10, folder: '/home/me/viva' });
  expect(lines.length).toBeLessThanOrEqual(6);
  const text = lines.join('\n');
  for (const said of [
    '459 cards',
    '10 new cards a day',
    '46 days',
    '15 minutes',
    '/home/me/viva',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).toMatch(/Space.*1 to 4.*\?/);
});

test('without new cards it promises none', () => {
  const text = greetingLines({ cards: 3, newPerDay: 0, folder: '/f' }).join('\n');
  expect(text).not.toMatch(/new card|minute/);
});

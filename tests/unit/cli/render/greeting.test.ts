import { expect, test } from 'vitest';
import { greetingLines } from '../../../../src/cli/render/greeting.js';

const FIRST_DAY = { cards: 3, newPerDay: 10, planMinutes: [], folder: '/f' };

test('the greeting says how much, how fast, how long, where, and three keys', () => {
  const lines = greetingLines({ ...FIRST_DAY, cards: 459, folder: '/home/me/viva' });
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
  const text = greetingLines({ ...FIRST_DAY, newPerDay: 0 }).join('\n');
  expect(text).not.toMatch(/new card|minute/);
});

test('under plans it tells of their minutes, and of no new cards a day', () => {
  const one = greetingLines({ ...FIRST_DAY, planMinutes: [30] }).join('\n');
  expect(one).toContain('Your plan says what comes, and takes up to 30 minutes a day.');
  const two = greetingLines({ ...FIRST_DAY, planMinutes: [30, 20] }).join('\n');
  expect(two).toContain('Your plans say what comes, and take up to 50 minutes a day.');
  for (const text of [one, two]) expect(text).not.toMatch(/newPerDay|Today takes/);
});

import { describe, expect, test } from 'vitest';
import { inDays, type PlanStatus, statusText } from '../../../../src/app/plan/status.js';
import { studyDay } from '../../../../src/model/ids.js';

const STATUS: PlanStatus = {
  plan: {
    id: '01ARZ3NDEKTSV4RRFFQ69G5FA6',
    number: 1,
    name: 'Anthropic',
    query: '',
    deadlineAt: 0,
    deadlineDay: studyDay(20),
    minutesPerDay: 40,
    target: 0.95,
    createdAt: 0,
    changedAt: 0,
    removedAt: null,
  },
  daysLeft: 20,
  expected: 0.83,
  spentMs: 34.9 * 60_000,
  wantedMs: 37.2 * 60_000,
  state: 'open',
};

describe('a line about a plan', () => {
  test('says name, day, recall and minutes', () => {
    expect(statusText(STATUS, 80)).toBe(
      'Anthropic in 20 days · 0.83 expected · 34 of 38 min today',
    );
  });

  test('gives way where there is less room, and never is longer', () => {
    expect(statusText(STATUS, 50)).toBe('Anthropic 20 d · 0.83 · 34 of 38 min');
    expect(statusText(STATUS, 30)).toBe('20 d · 0.83 · 34 of 38 min');
    expect(statusText(STATUS, 11)).toBe('');
    for (let width = 0; width < 80; width++) {
      expect(statusText(STATUS, width).length).toBeLessThanOrEqual(width);
    }
  });

  test('says when the target is reached, and when nothing was forecast', () => {
    expect(statusText({ ...STATUS, state: 'reached', expected: 0.96 }, 80)).toBe(
      'Anthropic in 20 days · 0.96 expected · target reached',
    );
    expect(statusText({ ...STATUS, expected: null }, 80)).toBe(
      'Anthropic in 20 days · 34 of 38 min today',
    );
  });

  test('says of a part that is done as many minutes as it took', () => {
    expect(statusText({ ...STATUS, wantedMs: STATUS.spentMs }, 80)).toBe(
      'Anthropic in 20 days · 0.83 expected · 34 of 34 min today',
    );
  });

  test('says when there is time to wait', () => {
    expect(statusText({ ...STATUS, spentMs: 0, wantedMs: 0, state: 'enough' }, 80)).toBe(
      'Anthropic in 20 days · 0.83 expected · free today',
    );
  });

  test('says nothing of what is expected without a card, and when a day has no time', () => {
    const nothing = { ...STATUS, spentMs: 0, wantedMs: 0 };
    expect(statusText({ ...nothing, expected: null, state: 'empty' }, 80)).toBe(
      'Anthropic in 20 days · no cards',
    );
    expect(statusText({ ...nothing, state: 'empty' }, 80)).toBe(
      'Anthropic in 20 days · 0.83 expected · under an earlier plan',
    );
    expect(statusText({ ...nothing, state: 'off' }, 80)).toBe(
      'Anthropic in 20 days · 0.83 expected · day off',
    );
  });

  test.each([
    [0, 'today'],
    [1, 'tomorrow'],
    [2, 'in 2 days'],
  ])('%i days', (days, words) => expect(inDays(days)).toBe(words));
});

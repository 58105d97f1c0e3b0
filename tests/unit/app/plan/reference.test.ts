import { describe, expect, test } from 'vitest';
import type { PlanRecord } from '../../../../src/app/plan/ports.js';
import { findPlan } from '../../../../src/app/plan/reference.js';
import { studyDay } from '../../../../src/model/ids.js';

const plan = (number: number, name: string): PlanRecord => ({
  id: String(number).padStart(26, '0'),
  number,
  name,
  query: '',
  deadlineAt: 1,
  deadlineDay: studyDay(1),
  minutesPerDay: 30,
  target: 0.9,
  createdAt: 0,
  changedAt: 0,
  removedAt: null,
});
const PLANS = [plan(1, 'Anthropic'), plan(3, 'Google phone'), plan(4, 'Google onsite')];

describe('a plan is found', () => {
  test.each([
    ['1', 1],
    ['anthropic', 1],
    ['ANTH', 1],
    ['Google onsite', 4],
    ['google p', 3],
  ])('by %s', (reference, number) => {
    expect(findPlan(reference, PLANS).number).toBe(number);
  });

  test('by nothing, where there is one', () => {
    expect(findPlan('', [PLANS[0]!]).number).toBe(1);
  });

  test('by its whole name, even where another begins with it', () => {
    expect(findPlan('Google', [...PLANS, plan(5, 'Google')]).number).toBe(5);
  });
});

describe('what fits no plan, or several, is explained', () => {
  test.each([
    ['goo', 'plan-ambiguous', '3 (Google phone), 4 (Google onsite)'],
    ['', 'plan-ambiguous', '1 (Anthropic)'],
    ['2', 'plan-unknown', 'There are 1 (Anthropic)'],
    ['Antropic', 'plan-unknown', 'Did you mean "Anthropic"?'],
  ])('"%s"', (reference, code, hint) => {
    expect(() => findPlan(reference, PLANS)).toThrowError(
      expect.objectContaining({ code, hint: expect.stringContaining(hint) }),
    );
  });

  test('no plan at all', () => {
    expect(() => findPlan('x', [])).toThrowError(
      expect.objectContaining({ code: 'plan-unknown', hint: expect.stringContaining('plan add') }),
    );
  });

  test('a name that is a number of another', () => {
    expect(() => findPlan('3', [...PLANS, plan(6, '3')])).toThrowError(
      expect.objectContaining({ code: 'plan-ambiguous' }),
    );
  });
});

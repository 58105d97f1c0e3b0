import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stagesOf } from '../../../src/plan/stages.js';

const sessions = fc.integer({ min: 1, max: 800 });

describe('stagesOf', () => {
  test('of no session are none, and today is one by itself', () => {
    expect(stagesOf(0)).toEqual([]);
    expect(stagesOf(1)).toEqual([{ day: 0, sessions: 1 }]);
    expect(stagesOf(4).map(({ day }) => day)).toEqual([0, 1, 2, 3]);
  });

  test('hold every day, in order of time, the last ones singly, and are few', () => {
    fc.assert(
      fc.property(sessions, (sessions) => {
        const stages = stagesOf(sessions);
        expect(stages.reduce((sum, stage) => sum + stage.sessions, 0)).toBe(sessions);
        expect(stages[0]).toEqual({ day: 0, sessions: 1 });
        for (const [index, { day }] of stages.entries()) {
          expect(day).toBeGreaterThan(stages[index - 1]?.day ?? -1);
          expect(day).toBeLessThan(sessions);
        }
        if (sessions > 4) expect(stages.at(-3)).toEqual({ day: sessions - 3, sessions: 1 });
        expect(stages.length).toBeLessThan(22);
      }),
    );
  });

  test('leave days without time out, and count the others by their share', () => {
    const shares = fc.array(fc.constantFrom<number>(0, 0.5, 1), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(shares, (shares) => {
        const stages = stagesOf(shares.length, (day) => shares[day] ?? 0);
        const later = stages.slice(1);
        const total = shares.slice(1).reduce((sum, share) => sum + share, 0);
        expect(later.reduce((sum, stage) => sum + stage.sessions, 0)).toBeCloseTo(total, 9);
        for (const { day } of later) expect(shares[day]).toBeGreaterThan(0);
      }),
    );
  });
});

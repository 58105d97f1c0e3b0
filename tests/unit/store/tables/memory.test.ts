import { describe, expect, test } from 'vitest';
import { studyDay } from '../../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../../src/model/memory.js';
import { memoryOf, memoryRow, sameMemory } from '../../../../src/store/tables/memory.js';

const LEARNT: Memory = {
  state: 'relearning',
  step: 1,
  stability: 12.25,
  difficulty: 6.5,
  lastAt: 1_700_000_000_000,
  lastDay: studyDay(19_675),
  dueAt: 1_700_000_600_000,
  dueDay: studyDay(19_676),
  intervalDays: 1,
  reps: 9,
  lapses: 2,
  expectedLapses: 1.5,
  introducedDay: studyDay(19_000),
  suspended: true,
  buriedUntil: studyDay(19_677),
  flag: 3,
  leech: true,
};

describe('memory rows', () => {
  test.each([
    ['a new card', NEW_MEMORY],
    ['a card with everything', LEARNT],
  ])('%s comes back as it went in', (_, memory) => {
    expect(memoryOf(memoryRow(memory))).toEqual(memory);
  });

  test('equal rows are the same, and a change of any column is seen', () => {
    const row = memoryRow(LEARNT);
    expect(sameMemory(row, { ...row })).toBe(true);
    for (const [column, value] of Object.entries(memoryRow(NEW_MEMORY))) {
      expect(sameMemory(row, { ...row, [column]: value }), column).toBe(false);
    }
  });
});

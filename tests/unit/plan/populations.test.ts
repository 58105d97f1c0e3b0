import { expect, test } from 'vitest';
import { compare } from '../../../src/plan/compare.js';
import { contendersOf, ORDINARY } from '../../../src/plan/contenders.js';
import { POPULATION_NAMES, POPULATIONS } from '../../../src/plan/populations.js';

test.each(POPULATION_NAMES)('first ratings of %s are chances', (name) => {
  const { firstRating } = POPULATIONS[name];
  expect(firstRating.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
  for (const chance of firstRating) expect(chance).toBeGreaterThan(0);
});

test('ordinary ways get as far with the sketch’s people as the sketch said, within 5 points', () => {
  const said = {
    '30 × 20': { greedy: 0.78, random: 0.68, 'FSRS 0.9': 0.55 },
    '14 × 40': { greedy: 0.8, random: 0.69, 'FSRS 0.9': 0.61 },
  };
  for (const [name, figures] of Object.entries(said)) {
    const [days = 0, minutes = 0] = name.split(' × ').map(Number);
    const ways = contendersOf(days, { ...ORDINARY, retention: 0.9 }, 0.95).filter(
      (way) => way.name in figures,
    );
    const cell = { people: 'sketch' as const, cards: 459, days, minutes };
    for (const standing of compare(cell, ways, 40, 7)) {
      const expected = figures[standing.name as keyof typeof figures];
      expect(Math.abs(standing.recall.mean - expected), standing.name).toBeLessThan(0.05);
    }
  }
}, 60_000);

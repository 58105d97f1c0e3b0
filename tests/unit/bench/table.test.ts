import { expect, test } from 'vitest';
import { growthTable, resultTable } from '../../../bench/table.mjs';

const result = { unit: 'ms', statistic: 'median', p99: 0.1234, limit: null, ratio: null };

test('a line says what was taken, its limit, the ratio and whether the goal is met', () => {
  const table = resultTable([
    { ...result, name: 'due', value: 150.4, limit: 100, ratio: 1.504, goal: 1.6, met: true },
    { ...result, name: 'key', statistic: 'p99', value: 17.22, goal: 16, met: false },
    {
      ...result,
      name: 'again',
      value: 5,
      limit: 100,
      ratio: 0.05,
      goal: 0.05,
      met: true,
      percent: true,
    },
  ]);
  expect(table.split('\n')).toEqual([
    'measure  taken          p99    limit   ratio   goal',
    'due      150 ms         0.123  100 ms  1.50 ×  ≤ 1.6 ×  met',
    'key      17.2 ms (p99)  0.123  –       –       ≤ 16 ms  NOT MET',
    'again    5.0 ms         0.123  100 ms  5.0 %   ≤ 5 %    met',
  ]);
});

test('growth shows each size and the exponent', () => {
  const points = [
    { size: 1_000_000, cost: 20 },
    { size: 1_000, cost: 2 },
  ];
  const table = growthTable([{ name: 'due', unit: 'ms', points, exponent: 1 / 3 }]);
  expect(table.split('\n')).toEqual([
    'growth with cards  1 k     1 M      exponent',
    'due                2.0 ms  20.0 ms  0.33',
  ]);
});

import { expect, test } from 'vitest';
import { cholesky, identity, solve, solveUpper } from '../../../src/plan/matrix.js';

const MATRIX = [
  [4, 2, 0.6],
  [2, 5, 1],
  [0.6, 1, 3],
];
const times = (matrix: readonly (readonly number[])[], x: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, value, column) => sum + value * x[column]!, 0));

test('a solution solves', () => {
  const x = [1, -2, 3];
  solve(MATRIX, times(MATRIX, x)).forEach((value, row) => {
    expect(value).toBeCloseTo(x[row]!, 12);
  });
});

test('the lower triangle times itself is the matrix', () => {
  const lower = cholesky(MATRIX);
  MATRIX.forEach((row, i) => {
    const product = times(lower, lower[i]!);
    row.forEach((value, j) => {
      if (j <= i) expect(times([lower[j]!], lower[i]!)[0]).toBeCloseTo(value, 12);
    });
    expect(product).toHaveLength(3);
  });
});

test('the upper triangle is solved from its end', () => {
  const lower = cholesky(MATRIX);
  const upper = identity(3).map((row, i) => row.map((_, j) => lower[j]![i]!));
  const x = [0.5, 2, -1];
  solveUpper(lower, times(upper, x)).forEach((value, row) => {
    expect(value).toBeCloseTo(x[row]!, 12);
  });
});

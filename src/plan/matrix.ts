/** A symmetric, positive definite matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** Returns the identity matrix of a size. */
export function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)),
  );
}

/** Returns the lower triangle L of a matrix = L·Lᵀ (Cholesky). */
export function cholesky(matrix: Matrix): number[][] {
  const lower = matrix.map((row) => row.map(() => 0));
  matrix.forEach((line, row) => {
    for (let column = 0; column <= row; column++) {
      let rest = line[column] ?? 0;
      for (let k = 0; k < column; k++) rest -= (lower[row]?.[k] ?? 0) * (lower[column]?.[k] ?? 0);
      const value = row === column ? Math.sqrt(rest) : rest / (lower[column]?.[column] ?? 1);
      (lower[row] ?? [])[column] = value;
    }
  });
  return lower;
}

/** Solves Lᵀ·x = right for a lower triangle L. */
export function solveUpper(lower: Matrix, right: readonly number[]): number[] {
  const x = [...right];
  for (let row = x.length - 1; row >= 0; row--) {
    let rest = x[row] ?? 0;
    for (let k = row + 1; k < x.length; k++) rest -= (lower[k]?.[row] ?? 0) * (x[k] ?? 0);
    x[row] = rest / (lower[row]?.[row] ?? 1);
  }
  return x;
}

/** Solves matrix·x = right. */
export function solve(matrix: Matrix, right: readonly number[]): number[] {
  const lower = cholesky(matrix);
  const y = [...right];
  for (let row = 0; row < y.length; row++) {
    let rest = y[row] ?? 0;
    for (let k = 0; k < row; k++) rest -= (lower[row]?.[k] ?? 0) * (y[k] ?? 0);
    y[row] = rest / (lower[row]?.[row] ?? 1);
  }
  return solveUpper(lower, y);
}

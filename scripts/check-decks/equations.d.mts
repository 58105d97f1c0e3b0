/** Types of equations.mjs for the tests. */

export interface EquationProblem {
  offset: number;
  equation: string;
  actual: number;
}

export interface EquationReport {
  checked: number;
  skipped: number;
  problems: EquationProblem[];
}

export function checkEquations(text: string): EquationReport;

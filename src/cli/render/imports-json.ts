import type { ImportReport } from '../../app/import/report.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { importJson } from './import.js';

/**
 * What an import did, for programs: one object however much was named. Several
 * imports are summed up, and `imports` holds each. `archives` are in their own form.
 */
export function importsJson(reports: readonly ImportReport[], archives: readonly object[]): object {
  const imports = [...archives, ...reports.map(importJson)];
  const [only, ...others] = imports;
  if (only !== undefined && others.length === 0) return only;
  return {
    modules: sumOf(reports.map(({ modules }) => modules)),
    cards: sumOf(reports.map(({ cards }) => cards)),
    repaired: sumOf(reports.map(({ repaired }) => repaired)),
    diagnostics: reports.flatMap(({ diagnostics }): readonly Diagnostic[] => diagnostics),
    imports,
  };
}

/** Adds up figures of the same names. */
function sumOf(all: readonly object[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const figures of all) {
    for (const [name, value] of Object.entries(figures))
      sum[name] = (sum[name] ?? 0) + Number(value);
  }
  return sum;
}

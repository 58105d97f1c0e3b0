import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleStatistics } from '../tui/stats/sample.js';

const page = readFileSync('docs/statistics.md', 'utf8');

/** Names of all fields of a value, those of the first element of each list included. */
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return fieldsOf(value[0]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...fieldsOf(inner)]);
}

test('docs/statistics.md names every figure of viva stats --json', () => {
  const fields = [...new Set(fieldsOf(sampleStatistics()))];
  expect(fields.length).toBeGreaterThan(50);
  expect(fields.filter((name) => !new RegExp(`\\b${name}\\b`, 'i').test(page))).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SHAPES } from '../../../src/deck/shapes/decide.js';

test('every layout of question lists has its section', () => {
  const text = readFileSync('docs/bring-your-own.md', 'utf8');
  const missing = SHAPES.filter(({ name }) => !text.includes(`\n### ${name}\n`));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

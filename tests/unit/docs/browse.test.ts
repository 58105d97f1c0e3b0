import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SORT_KEYS } from '../../../src/model/card-sort.js';
import { BROWSE_KEYS, SORT_STROKES } from '../../../src/tui/browse/keys.js';

const DOC = readFileSync('docs/browse.md', 'utf8');
const code = (keys: string) =>
  keys
    .split(' ')
    .map((key) => (key.length === 1 && /[!-~]/.test(key) ? `\`${key}\`` : key))
    .join(' ');

test('docs/browse.md has every key of the browser, as its help has it', () => {
  const table = BROWSE_KEYS.map(({ keys, does }) => `| ${code(keys)} | ${does} |`).join('\n');
  expect(DOC).toContain(`| key | does |\n| --- | --- |\n${table}\n`);
});

test('docs/browse.md has every sort, each with a key of its own', () => {
  const sorts = [...DOC.matchAll(/^\| (\w+) \| [^|`]+/gm)].map(([, sort = '']) => sort);
  for (const sort of SORT_KEYS) expect(sorts).toContain(sort);
  expect(Object.values(SORT_STROKES).sort()).toEqual([...SORT_KEYS].sort());
});

test('no key of the browser does two things', () => {
  const strokes = BROWSE_KEYS.flatMap((row) => Object.keys(row.strokes));
  expect(new Set(strokes).size).toBe(strokes.length);
});

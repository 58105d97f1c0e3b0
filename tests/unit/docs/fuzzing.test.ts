import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/fuzzing.md', 'utf8');

test('docs/fuzzing.md says of every target how much it was fed', () => {
  const targets = readdirSync('tests/fuzz/targets').map((name) => name.replace(/\.mjs$/, ''));
  expect(targets.length).toBeGreaterThanOrEqual(8);
  const rows = page.split('\n').filter((line) => /^\| [a-z, ]+ \| [\d,]+/.test(line));
  const told = rows.flatMap(
    (row) =>
      row
        .split('|')[1]
        ?.split(',')
        .map((name) => name.trim()) ?? [],
  );
  expect(told.sort()).toEqual(targets.sort());
});

test('it names no file that is not there', () => {
  for (const [, path = ''] of page.matchAll(/`((?:tests|scripts)\/[^`]+)`/g)) {
    expect(existsSync(path), path).toBe(true);
  }
});

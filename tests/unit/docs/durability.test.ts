import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

describe.each([
  { page: 'docs/durability.md', from: '## A rating is kept', least: 25 },
  { page: 'docs/sync.md', from: '## Promises', least: 12 },
])('$page', ({ page, from, least }) => {
  const text = readFileSync(page, 'utf8');
  const promised = text.slice(text.indexOf(from), text.indexOf('## What is not'));
  const promises = promised.split(/^- /m).slice(1);

  test('names with every promise the test that holds it', () => {
    expect(promises.length).toBeGreaterThan(least);
    for (const promise of promises) {
      const [, path = '', name = ''] = /`(tests\/[^`]+)`\s"([^"]+)"/.exec(promise) ?? [];
      expect(existsSync(path), promise).toBe(true);
      // As the source has it: within the quotes of a string of JavaScript.
      expect(readFileSync(path, 'utf8').replaceAll("\\'", "'"), promise).toContain(name);
    }
  });

  test('names no file that is not there', () => {
    for (const [, path = ''] of text.matchAll(/`((?:tests|src|scripts|docs)\/[^`]+)`/g)) {
      expect(existsSync(path), path).toBe(true);
    }
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('docs/durability.md', 'utf8');
const promised = text.slice(text.indexOf('## A rating is kept'), text.indexOf('## What is not'));
const promises = promised.split(/^- /m).slice(1);

test('every promise of docs/durability.md names the test that holds it', () => {
  expect(promises.length).toBeGreaterThan(25);
  for (const promise of promises) {
    const [, path = '', name = ''] = /`(tests\/[^`]+)` "([^"]+)"/.exec(promise) ?? [];
    expect(existsSync(path), promise).toBe(true);
    // As the source has it: within the quotes of a string of JavaScript.
    expect(readFileSync(path, 'utf8').replaceAll("\\'", "'"), promise).toContain(name);
  }
});

test('it names no file that is not there', () => {
  for (const [, path = ''] of text.matchAll(/`((?:tests|src|scripts|docs)\/[^`]+)`/g)) {
    expect(existsSync(path), path).toBe(true);
  }
});

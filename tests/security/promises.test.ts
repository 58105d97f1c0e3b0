import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const page = readFileSync('SECURITY.md', 'utf8');
const named = [...page.matchAll(/`(tests\/[^`]+)`/g)].map((match) => match[1] ?? '');
const promises = page.split(/^- /m).slice(1);

describe('SECURITY.md', () => {
  test('names a test for each promise', () => {
    expect(promises.length).toBeGreaterThanOrEqual(12);
    for (const promise of promises) expect(promise).toMatch(/→ `tests\//);
  });

  test.each([...new Set(named)])('%s is there and tests something', (path) => {
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toMatch(/\btest(\.each|\.skipIf|\.runIf)?\(|\btest\.each/);
  });

  test('leaves out no test of this folder', () => {
    const files = readdirSync('tests/security').map((name) => `tests/security/${name}`);
    expect(files.filter((path) => !page.includes(path))).toEqual([]);
  });
});

test('no source file speaks to a network', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const network = /from 'node:(?:https?|http2|net|tls|dgram|dns)(?:\/[a-z]+)?'|\bfetch\(|WebSocket/;
  const speaking = sources.filter((name) => network.test(readFileSync(`src/${name}`, 'utf8')));
  expect(speaking).toEqual([]);
});

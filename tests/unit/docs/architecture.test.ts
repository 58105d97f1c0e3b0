import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['docs/architecture.md', 'CONTRIBUTING.md'])(
  'every file that %s names is there',
  (doc) => {
    const text = readFileSync(doc, 'utf8');
    const named = [...text.matchAll(/`((?:src|tests|scripts|docs)(?:\/[\w.-]+)+)\/?`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !/N{4}|NAME/.test(path) && !existsSync(path))).toEqual([]);
  },
);

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve('src');
const DECLARED =
  /^export (?:abstract )?(?:async )?(?:function\*?|const|class|interface|type|enum) (\w+)/;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, lines: readFileSync(join(SRC, name), 'utf8').split('\n') }));

test('no two exported names stand for different things', () => {
  const places = new Map<string, Set<string>>();
  for (const { name, lines } of files) {
    for (const line of lines) {
      const exported = DECLARED.exec(line)?.[1];
      // Every file of a command exports it under that name.
      if (exported === undefined || exported === 'command') continue;
      places.set(exported, (places.get(exported) ?? new Set()).add(name));
    }
  }
  const twice = [...places].filter(([, found]) => found.size > 1);
  expect(twice.map(([exported, found]) => `${exported}: ${[...found].join(', ')}`)).toEqual([]);
});

test('every exported function has a docstring', () => {
  const bare = files.flatMap(({ name, lines }) =>
    lines.flatMap((line, at) => {
      const isFunction = /^export (async )?function|^export const \w+ = (async )?\(/.test(line);
      return isFunction && !lines[at - 1]?.trimEnd().endsWith('*/') ? [`${name}:${at + 1}`] : [];
    }),
  );
  expect(bare).toEqual([]);
});

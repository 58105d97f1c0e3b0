import { expect, test } from 'vitest';
import { duplicateModules } from '../../../../src/deck/check/duplicates.js';

const entry = (file: string, title: string, number: number | null, line = 1) => ({
  file,
  module: { title, number, line },
});

test('reports the later of two modules of different files with one number or title', () => {
  const found = duplicateModules([
    entry('a.md', 'KV Cache', 22),
    entry('b.md', 'Other', 22, 5),
    entry('c.md', 'kv cache ', null),
    entry('d.md', 'KV Cache', 23),
    entry('e.md', 'Alone', 7),
  ]);
  expect(found.map(({ file, line, code, message }) => [file, line, code, message])).toEqual([
    [
      'b.md',
      5,
      'duplicate-module',
      'the number 22 is taken by the module at a.md:1: give one of them another',
    ],
    [
      'c.md',
      1,
      'duplicate-module',
      'the title "kv cache " is taken by the module at a.md:1: give one of them another',
    ],
    [
      'd.md',
      1,
      'duplicate-module',
      'the title "KV Cache" is taken by the module at a.md:1: give one of them another',
    ],
  ]);
});

test('leaves modules of one file to the parser of that file', () => {
  expect(duplicateModules([entry('a.md', 'X', 1), entry('a.md', 'X', 1, 9)])).toEqual([]);
});

import { expect, test } from 'vitest';
import { splitChanges } from '../../../src/query/split-changes.js';

test.each<[string[], number, string[], unknown[]]>([
  [['7k2p', 'difficulty:3'], 1, ['7k2p'], [{ field: 'difficulty', stars: 3 }]],
  [['difficulty:1', 'difficulty:hard'], 1, ['difficulty:1'], [{ field: 'difficulty', stars: 3 }]],
  [['difficulty:1'], 0, [], [{ field: 'difficulty', stars: 1 }]],
  [['difficulty:1'], 1, ['difficulty:1'], []],
  [
    ['company:google', 'tag:x', 'company:+Acme, Foo', 'tag:-x'],
    1,
    ['company:google', 'tag:x'],
    [
      { field: 'company', sign: '+', names: ['Acme', 'Foo'] },
      { field: 'tag', sign: '-', names: ['x'] },
    ],
  ],
  [['a', 'company:='], 1, ['a'], [{ field: 'company', sign: '=', names: [] }]],
  [['a', 'module:=KV Cache'], 1, ['a'], [{ field: 'module', title: 'KV Cache' }]],
  [['a', 'module:22'], 1, ['a', 'module:22'], []],
  [['a', 'difficulty:>2'], 1, ['a', 'difficulty:>2'], []],
  [['a', 'difficulty:+2'], 1, ['a', 'difficulty:+2'], []],
  [['a', 'company:+', 'tag:-'], 1, ['a', 'company:+', 'tag:-'], []],
  [['difficulty:3', 'attention'], 1, ['difficulty:3', 'attention'], []],
])('%j with %i of the query', (words, atLeast, query, changes) => {
  expect(splitChanges(words, atLeast)).toEqual({ query, changes });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatQuery } from '../../../src/query/format.js';
import { parseQuery } from '../../../src/query/parse.js';
import { query } from './samples.js';

test('the text of a query reads as that query', () => {
  fc.assert(
    fc.property(query, (asked) => {
      expect(parseQuery(formatQuery(asked))).toEqual(asked);
    }),
    { numRuns: 2_000 },
  );
});

test('names and text of any characters survive', () => {
  const anyText = fc
    .string({ unit: 'binary', minLength: 1 })
    .filter((text) => text.trim() === text);
  fc.assert(
    fc.property(anyText, (text) => {
      fc.pre(text.trim() !== '');
      for (const asked of [
        { kind: 'text', text },
        { kind: 'company', name: text },
        { kind: 'module-title', title: text },
        { kind: 'id', id: text },
      ] as const) {
        expect(parseQuery(formatQuery(asked))).toEqual(asked);
      }
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['', ''],
  ['  a   AND b ', 'a b'],
  ['(a b) OR (c (d))', 'a b OR c d'],
  ['(a OR b) c', '(a OR b) c'],
  ['-(a OR b)', '-(a OR b)'],
  ['--a', 'a'],
  ['stars:hard deck:mine ivl:>2w', 'difficulty:3 collection:mine interval:>14'],
  ['company:a,"b c"', 'company:a OR company:"b c"'],
  ['prop:d>0.5 difficulty:2..3', 'prop:difficulty>5.5 difficulty:2..3'],
  ['due:today prop:r<80%', 'due:0 retrievability:<0.8'],
  ['"or" module:"22"', '"or" module:"22"'],
  ['rated:7:good added:3d', 'rated:7:3 added:3'],
])('%s is put as %s', (typed, canonical) => {
  expect(formatQuery(parseQuery(typed))).toBe(canonical);
});

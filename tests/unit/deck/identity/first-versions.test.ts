import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairFirstVersions } from '../../../../src/deck/identity/first-versions.js';
import { cardId } from '../../../../src/model/ids.js';
import type { StoredCard } from '../../../../src/model/import.js';

function card(id: string, question: string, answer: string): StoredCard {
  return {
    ...{ id: cardId(id), explicitId: null, module: '1', ordinal: 0, stars: 2, line: 1 },
    ...{ companies: [], tags: [], defects: [], retired: false, question, answer },
  };
}

const CACHE = 'It holds the keys and values of all tokens so far.';

test('a question put in other words over the same answer is one card', () => {
  const here = [card('a', 'What does the KV cache hold?', CACHE), card('b', 'Why?', 'Because.')];
  const there = [card('c', 'Which tensors lie in the KV cache?', CACHE)];
  expect(pairFirstVersions(here, there)).toEqual([['a', 'c']]);
});

test('two that are equally alike are left to the person', () => {
  const here = [card('a', 'What does the KV cache hold?', CACHE)];
  const there = ['c', 'd'].map((id) => card(id, 'What does a KV cache hold?', CACHE));
  expect(pairFirstVersions(here, there)).toEqual([]);
});

test('no card is in two pairs, and the sides may be exchanged', () => {
  const text = fc.constantFrom('What is a warp?', 'What is a wave?', 'What is one warp?', CACHE);
  const side = (prefix: string) =>
    fc
      .array(fc.tuple(text, text), { maxLength: 6 })
      .map((texts) => texts.map(([q, a], n) => card(`${prefix}${n}`, q, a)));
  fc.assert(
    fc.property(side('a'), side('b'), (here, there) => {
      const pairs = pairFirstVersions(here, there);
      expect(new Set(pairs.flat()).size).toBe(pairs.length * 2);
      const exchanged = pairFirstVersions(there, here).map(([b, a]) => [a, b]);
      expect(exchanged.length).toBe(pairs.length);
    }),
  );
});

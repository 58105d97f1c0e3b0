import { expect, test } from 'vitest';
import { ambiguous, causallyReady, contiguous, waitingFor } from '../../../src/sync/choose.js';

const [A, B] = ['a'.repeat(20), 'b'.repeat(20)];

const file = (device: string, first: number, last: number, isCopy = false) => ({
  ...{ path: `log/${device}/${first}-${last}.jsonl`, device, first, last, isCopy },
});

const ranges = (files: readonly { first: number; last: number }[]) =>
  files.map(({ first, last }) => `${first}-${last}`);

test('files lead on without a gap, and what lies behind one waits', () => {
  const files = [file(A, 1, 5), file(A, 9, 12), file(A, 6, 7)];
  expect(ranges(contiguous(files, new Map()))).toEqual(['1-5', '6-7']);
  expect(ranges(contiguous(files, new Map([[A, 5]])))).toEqual(['6-7']);
  expect(ranges(contiguous(files, new Map([[A, 12]])))).toEqual([]);
  expect(waitingFor(files, new Map([[A, 7]]))).toEqual([A]);
  expect(waitingFor(files, new Map([[A, 12]]))).toEqual([]);
});

test('a file that replaces several is read in their place, also from half-way', () => {
  const files = [file(A, 1, 5), file(A, 1, 12), file(A, 13, 14)];
  expect(ranges(contiguous(files, new Map()))).toEqual(['1-12', '13-14']);
  expect(ranges(contiguous(files, new Map([[A, 5]])))).toEqual(['1-12', '13-14']);
});

test('copies are no part of the order', () => {
  expect(contiguous([file(A, 1, 5, true)], new Map())).toEqual([]);
});

test('copies, and files that share numbers, do not tell by their numbers whether they were read', () => {
  const files = [file(A, 1, 5), file(A, 6, 7), file(A, 6, 9), file(B, 6, 7), file(B, 8, 9, true)];
  expect(ambiguous(files)).toEqual([files[1], files[2], files[4]]);
});

const segment = (device: string, first: number, last: number, after: Record<string, number>) => ({
  head: {
    ...({ type: 'segment', format: 'viva-sync', version: 1, archive: 1 } as const),
    ...{ device, first, last, after },
  },
});

test('what builds on something that is not here waits, and so does all that follows', () => {
  const segments = [segment(A, 1, 2, {}), segment(A, 3, 4, { [B]: 9 }), segment(A, 5, 6, {})];
  expect(causallyReady(segments, new Map())).toEqual(segments.slice(0, 1));
  expect(causallyReady(segments, new Map([[B, 9]]))).toEqual(segments);
});

test('two that build on each other are taken together', () => {
  const segments = [segment(A, 1, 5, { [B]: 3 }), segment(B, 1, 4, { [A]: 2 })];
  expect(causallyReady(segments, new Map())).toEqual(segments);
  expect(causallyReady(segments.slice(0, 1), new Map())).toEqual([]);
});

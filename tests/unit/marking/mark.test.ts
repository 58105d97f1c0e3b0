import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namedPoints } from '../../../src/marking/mark.js';
import { termsOf } from '../../../src/marking/words.js';
import type { Point } from '../../../src/model/answer-parts.js';

const QUESTION = 'Why is decoding slower than prefill?';
const POINTS: readonly Point[] = [
  { kind: 'good', text: 'Every token reads **all weights** from HBM once' },
  { kind: 'good', text: 'Prefill works on many tokens at a time, so it is compute-bound' },
  { kind: 'extra', text: 'A batch of 32 requests shares each read of the weights' },
  { kind: 'wrong', text: 'The GPU is too slow at arithmetic' },
];

describe('what an answer names', () => {
  test.each([
    ['in other words', 'All parameters are read out of VRAM for each single token.', [0]],
    ['in two sentences', 'All params. They must be read from GPU memory per token.', [0]],
    ['with a number', 'With a batch of 32 requests, each weight read is shared by them.', [2]],
    ['in nothing', 'I do not know.', []],
    [
      'in the words of the question alone',
      'Decoding is slower than prefill, why is that slower.',
      [],
    ],
    ['in what sinks it: words cannot tell', 'The GPU is too slow at arithmetic.', []],
    ['in an empty one', '  \n', []],
  ])('%s', (_, typed, places) => {
    expect(namedPoints(POINTS, typed, QUESTION)).toEqual(places);
  });

  test('is what the question has in its code alone: who finds the fault names it', () => {
    const points: Point[] = [{ kind: 'good', text: '`optimizer.zero_grad` is missing' }];
    const code = '```python\noptimizer.zero_grad()\n```';
    const typed = 'zero_grad of the optimizer is never called.';
    expect(namedPoints(points, typed, `Find the bug.\n\n${code}`)).toEqual([0]);
    expect(namedPoints(points, typed, 'Where is optimizer.zero_grad missing?')).toEqual([]);
  });

  test('is of two points that share words the one whose own word is there', () => {
    const points: Point[] = [
      { kind: 'good', text: 'Prefill reads the weights once' },
      { kind: 'good', text: 'Decoding reads the weights per token' },
    ];
    expect(namedPoints(points, 'It reads weights.', 'Why?')).toEqual([]);
    expect(namedPoints(points, 'Per token it reads the weights.', 'Why?')).toEqual([1]);
  });

  test('needs more in common where only one of both denies', () => {
    const points: Point[] = [
      { kind: 'good', text: 'Gradients underflow in fp16, so the loss is scaled' },
    ];
    expect(namedPoints(points, 'In fp16 gradients underflow.', 'Why?')).toEqual([0]);
    expect(namedPoints(points, 'The loss is not fp16.', 'Why?')).toEqual([]);
  });

  test('is everything for the points themselves, but for what sinks an answer', () => {
    const typed = POINTS.map(({ text }) => text).join('. ');
    expect(namedPoints(POINTS, typed, QUESTION)).toEqual([0, 1, 2]);
  });

  test('is at most the points, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        for (const place of namedPoints(POINTS, typed, QUESTION)) {
          expect(POINTS[place]?.kind).not.toBe('wrong');
        }
      }),
    );
  });
});

test('terms are stems, meanings and numbers', () => {
  expect(termsOf('The **KV caches** were quantised to 8-bit')).toEqual(
    termsOf('key value cache: quantizing, int8'),
  );
  expect(termsOf('1,024 and 1024')).toEqual(['1024', '1024']);
  expect(termsOf('56.9 %, 0.57')).toEqual(['57', '0.57']);
  expect(termsOf('four labelled neighbours, normalised')).toEqual(
    termsOf('4 labeled neighbors, normalized'),
  );
  expect(termsOf("it doesn't, isn’t, dont")).toEqual([]);
  expect(termsOf('waste <4% tail -> batch')).toEqual(termsOf('waste, 4, tail, batch'));
  expect(termsOf('a<br>tail <b class="x">batch</b>')).toEqual(termsOf('tail batch'));
  expect(termsOf('3*7168*2048')).toEqual(['=3', '7168', '2048']);
  expect(termsOf('fp16')).not.toEqual(termsOf('bf16'));
});

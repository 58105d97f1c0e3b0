import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswerParts } from '../../../src/deck/read/answer-parts.js';
import { missingFrom } from '../../../src/review/missing.js';

const ANSWER =
  'A **KV cache** stores keys and values of past tokens, so that each step attends without recomputing them. Memory grows linearly: `2 × layers × heads`, 16 bytes a value.';

describe('what a typed answer lacks', () => {
  test('are words of weight, bold and code first, in the spelling of the answer', () => {
    const { terms } = missingFrom(ANSWER, null, 'It stored the keys of each token.');
    expect(terms).toContain('KV');
    expect(terms).toContain('cache');
    expect(terms).toContain('values');
    expect(terms).toContain('recomputing');
    expect(terms).toContain('linearly');
    for (const named of ['stores', 'keys', 'tokens', 'each', 'that', 'them'])
      expect(terms).not.toContain(named);
    expect(terms.indexOf('cache')).toBeLessThan(terms.indexOf('linearly'));
  });

  test('are points of which it says too little', () => {
    const answer =
      '**In short:** It caches.\n\n**Points:**\n\n- Memory grows with the length of the sequence.\n- Paging avoids fragmentation.\n- (+) Quantised caches.\n- (x) It is free.';
    const parts = readAnswerParts(answer);
    const { points } = missingFrom(
      answer,
      parts,
      'memory is growing as sequences get longer in length',
    );
    expect(points).toEqual(['Paging avoids fragmentation.']);
  });

  test('is nothing where it says the same, in whatever endings and case', () => {
    expect(missingFrom(ANSWER, null, ANSWER.toUpperCase())).toEqual({ points: [], terms: [] });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(missingFrom(text, null, text).terms).toEqual([]);
      }),
    );
  });

  test('are words of scripts without blanks, too', () => {
    const { terms } = missingFrom('**模型** 保存 键 和 值。', null, '键');
    expect(terms).toEqual(['模型', '保存']);
  });
});

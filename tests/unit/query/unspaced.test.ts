import { describe, expect, test } from 'vitest';
import { isUnspaced } from '../../../src/query/words.js';

describe('isUnspaced', () => {
  test.each(['ความจำ', '注意力机制', 'アテンション', '어텐션', 'mixed ด้วย words'])(
    '%s is',
    (text) => {
      expect(isUnspaced(text)).toBe(true);
    },
  );

  test.each(['attention', 'Ελληνικά', 'ümläut', 'λ ← ∑ 💾', ''])('%s is not', (text) => {
    expect(isUnspaced(text)).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { foldName } from '../../../src/store/fold-name.js';
import { isUnspaced } from '../../../src/store/unspaced.js';

describe('foldName', () => {
  test.each([
    ['Google', 'google'],
    ['ÉCOLE', 'école'],
    ['E\u0301cole', '\u00e9cole'],
    ['ΑΘΉΝΑ', 'αθήνα'],
  ])('%s folds to %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});

describe('isUnspaced', () => {
  test.each(['ความจำ', '注意力机制', 'アテンション', '어텐션', 'mixed ด้วย words'])('%s is', (text) => {
    expect(isUnspaced(text)).toBe(true);
  });

  test.each(['attention', 'Ελληνικά', 'ümläut', 'λ ← ∑ 💾', ''])('%s is not', (text) => {
    expect(isUnspaced(text)).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { foldName } from '../../../src/query/fold-name.js';

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

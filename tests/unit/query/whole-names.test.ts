import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/query/parse.js';
import { quoteWholeNames, quoteWholeValue } from '../../../src/query/whole-names.js';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  company: ['Google', 'Google, Inc', 'xAI', 'Say "Hi" \\ (Co): Ltd'],
  part: ['The Transformer'],
  module: ['KV Cache & Memory'],
};
const known = (field: string) => NAMES[field] ?? [];

describe('a word of the command line', () => {
  test.each([
    ['part:The Transformer', 'part:"The Transformer"'],
    ['-part:the transformer', '-part:"the transformer"'],
    ['module:kv cache', 'module:"kv cache"'],
    ['company:Google, Inc', 'company:"Google, Inc"'],
    ['company:google,xai', 'company:google,xai'],
    ['company:xai,say "hi" \\ (co): ltd', 'company:xai,"say \\"hi\\" \\\\ (co): ltd"'],
  ])('%s that names something is %s', (word, quoted) => {
    expect(quoteWholeNames(word, known)).toBe(quoted);
  });

  test.each([
    'company:google attention',
    'company:google difficulty:3',
    '(company:google OR company:xai)',
    'part:"The Transformer"',
    'flash attention',
    'difficulty:2..3',
    'is:due or is:new',
    'company:',
  ])('%s stays as it is', (word) => {
    expect(quoteWholeNames(word, known)).toBe(word);
  });

  test('finds any name whatever is in it, as a term and as a flag', () => {
    const name = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => {
      return text.trim() === text && !text.includes('*');
    });
    fc.assert(
      fc.property(name, (text) => {
        const word = quoteWholeNames(`company:${text}`, () => [text]);
        expect(parseQuery(word)).toEqual({ kind: 'company', name: text });
        expect(word).toBe(`company:${quoteWholeValue('company', text, () => [text])}`);
      }),
    );
  });
});

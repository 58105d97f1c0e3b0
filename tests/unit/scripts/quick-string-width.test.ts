import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';

const quick: (text: string, options?: object) => number = createRequire(import.meta.url)(
  resolve('scripts/patches/string-width-quick.cjs'),
);

/** Every code point that is one, in order. */
function* everyCharacter(): Generator<string> {
  for (let code = 0; code <= 0x1ffff; code++) {
    if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code);
  }
}

describe('the quick string-width of the bundle', () => {
  test('counts every character as the package does', () => {
    const wrong = [...everyCharacter()].filter((one) => quick(one) !== stringWidth(one));
    expect(wrong).toEqual([]);
  });

  test('counts characters side by side as the package does', () => {
    const plain = fc.constantFrom(...'aZ~ é…–★☆×²Σж漢あ한🧠🔑🪄▁█│─→√');
    const joining = fc.constantFrom(
      '\u0301',
      '\u200d',
      '\ufe0f',
      '🏽',
      '🇹🇭',
      '👩‍💻',
      'ำ',
      '\u001b[31m',
      '\u001b[1;38;5;12m',
      '\u001b[2K',
      '\u001b]8;;https://example.org\u0007',
      '\u001b',
      '\n',
      '⚠️',
      'ᄀ',
      '1️⃣',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: plain }, joining)), (parts) => {
        const text = parts.join('');
        expect(quick(text)).toBe(stringWidth(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('leaves options to the package', () => {
    const options = { ambiguousIsNarrow: false };
    expect(quick('±', options)).toBe(stringWidth('±', options));
    expect(quick('')).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleLine, visibleText } from '../../../../src/model/text/visible.js';

describe('visibleText', () => {
  test.each([
    ['\u001b[2J', '␛[2J'],
    ['a\u0007b', 'a␇b'],
    ['\u009b31m', '⟦U+009B⟧31m'],
    ['\u202eabc', '⟦U+202E⟧abc'],
    ['\u202e'.repeat(2500), '⟦U+202E ×1000⟧⟦U+202E ×1000⟧⟦U+202E ×500⟧'],
    ['\u202e\u2066'.repeat(2), '⟦U+202E⟧⟦U+2066⟧⟦U+202E⟧⟦U+2066⟧'],
    ['\u{e0041}'.repeat(5), '⟦U+E0041 ×5⟧'],
    ['\u007f', '␡'],
    ['a\rb', 'a␍b'],
    ['a\r\nb', 'a\nb'],
    ['\u200b\u200b\u200b\u200b', '⟦zero-width ×4⟧'],
    [`e${'\u0301'.repeat(40)}`, `e${'\u0301'.repeat(6)}`],
  ])('%j becomes %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test.each(['plain\n\ttext', 'ไทย ภาษา', 'é ü ñ', '👩‍🔬 ⚠️ 🇩🇪', '漢字', 'שלום', 'مرحبا'])(
    'leaves %j as it is',
    (text) => {
      expect(visibleText(text)).toBe(text);
    },
  );

  test('lets no run of what acts, hides or piles up through, whichever character it is', () => {
    const acts = /[\p{M}\p{Cc}\p{Bidi_Control}\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/u;
    const passed: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const run = String.fromCharCode(code).repeat(8);
      if (visibleText(run) === run && acts.test(run)) passed.push(code.toString(16));
    }
    // Tab and line break.
    expect(passed).toEqual(['9', 'a']);
  });

  test('lets no control character through, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleText(text);
        expect(shown).not.toMatch(
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
        expect(visibleText(shown)).toBe(shown);
      }),
    );
  });

  test('on one line has no line break', () => {
    expect(visibleLine(' a\n\tb  c ')).toBe('a b c');
  });
});

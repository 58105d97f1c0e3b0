import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { truncate } from '../../../../src/tui/components/text.js';

const SEGMENTER = new Intl.Segmenter();
const TEXT = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);

test('a text is cut between graphemes to the most that fits, with … in the last column', () => {
  fc.assert(
    fc.property(TEXT, fc.integer({ min: 1, max: 40 }), (text, width) => {
      const cut = truncate(text, width);
      if (stringWidth(text) <= width) {
        expect(cut).toBe(text);
        return;
      }
      const kept = cut.slice(0, -1);
      expect(cut).toBe(`${kept}…`);
      expect(stringWidth(cut)).toBeLessThanOrEqual(width);
      const ends = Array.from(SEGMENTER.segment(text), ({ index }) => index);
      expect(ends).toContain(kept.length);
      const next = text.slice(0, ends.find((end) => end > kept.length) ?? text.length);
      expect(stringWidth(next)).toBeGreaterThan(width - 1);
    }),
  );
});

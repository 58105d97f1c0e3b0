import { expect, test } from 'vitest';
import { drawnInAscii, STAND_INS } from '../../../../src/model/text/ascii-drawing.js';

test('what is drawn with gets a stand-in, letters of all scripts stay', () => {
  expect(drawnInAscii('★★☆ ── ┌│┐ • ✓ ✗ — Grüße, 日本, Σ')).toBe(
    '**. -- +|+ * + x - Grüße, 日本, Σ',
  );
});

test('the cursor, the marks and the boxes of a list have stand-ins of their own', () => {
  expect(drawnInAscii('▸● ☐☑')).toBe('>* ox');
});

test('each stand-in is one ASCII character for one', () => {
  for (const [sign, standIn] of Object.entries(STAND_INS)) {
    expect([...sign], sign).toHaveLength(1);
    expect(standIn, sign).toMatch(/^[!-~]$/);
  }
});

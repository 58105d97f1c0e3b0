import { describe, expect, test } from 'vitest';
import { decodeText, MAX_FILE_BYTES } from '../../../../src/deck/text/decode.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((p) => (typeof p === 'string' ? [...bytes(p)] : p)));

describe('decodeText', () => {
  test('reads UTF-8 and drops the byte order mark', () => {
    expect(decodeText(joined([0xef, 0xbb, 0xbf], 'a ★ 💾'))).toEqual({ text: 'a ★ 💾' });
    expect(decodeText(new Uint8Array())).toEqual({ text: '' });
  });

  test.each([
    ['a stray byte', joined('ab\nc★', [0xff], 'd'), { line: 2, column: 3 }],
    ['a cut sequence', joined('ab\nc', [0xe2, 0x98], '\nd'), { line: 2, column: 2 }],
    ['a sequence cut by the end', joined('💾', [0xe2, 0x98]), { line: 1, column: 3 }],
    ['an overlong form', joined('a', [0xc0, 0xaf]), { line: 1, column: 2 }],
    ['a surrogate', joined([0xed, 0xa0, 0x80]), { line: 1, column: 1 }],
    ['UTF-16', joined([0xff, 0xfe, 0x61, 0x00]), { line: 1, column: 1 }],
    ['a NUL in sound text', joined('a\nb', [0], 'c'), { line: 2, column: 2 }],
    ['a NUL before a stray byte', joined('a', [0], '\n', [0xff]), { line: 1, column: 2 }],
    ['a single byte', Uint8Array.of(0x80), { line: 1, column: 1 }],
  ])('%s is not UTF-8', (_, input, at) => {
    expect(decodeText(input)).toEqual({ error: 'not-utf8', at });
  });

  test('refuses what is larger than the limit', () => {
    expect(decodeText(new Uint8Array(MAX_FILE_BYTES + 1))).toEqual({ error: 'file-too-large' });
    const full = decodeText(new Uint8Array(MAX_FILE_BYTES).fill(0x61));
    expect('text' in full && full.text.length).toBe(MAX_FILE_BYTES);
  });
});

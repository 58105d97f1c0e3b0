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
    ['a NUL in sound text', joined('a\nb', [0], 'c'), { line: 2, column: 2 }],
    ['a NUL before a stray byte', joined('a', [0], '\n', [0xff]), { line: 1, column: 2 }],
    ['a single byte', Uint8Array.of(0x80), { line: 1, column: 1 }],
  ])('%s is not UTF-8', (_, input, at) => {
    expect(decodeText(input)).toEqual({ error: 'not-utf8', at });
  });

  const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
  const wide = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
  const cyrillic = (text: string) =>
    Uint8Array.from(text, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    });
  const NOTES = 'Was ist Bedeutungsüberfrachtung?\nDie Größe, naïve café – à la carte.';
  const RUSSIAN = 'Что такое замыкание? Функция вместе с её окружением'.replace('ё', 'е');

  test.each([
    ['UTF-16 with a mark', joined([0xff, 0xfe], [...wide('aé★')]), 'aé★', undefined],
    ['the other UTF-16', Uint8Array.of(0xfe, 0xff, 0, 0x61, 0x26, 0x05), 'a★', undefined],
    ['UTF-16 without a mark', wide('What is it?'), 'What is it?', 'UTF-16'],
    ['Latin-1', latin(NOTES.replace('–', '-')), NOTES.replace('–', '-'), 'Windows-1252'],
    [
      'signs of Windows',
      joined('It', [0x92], 's ', [0x93], 'so', [0x94], ' ', [0x96], ' 5 ', [0x80]),
      'It’s “so” – 5 €',
      'Windows-1252',
    ],
    ['Russian', cyrillic(RUSSIAN), RUSSIAN, 'Windows-1251'],
  ])('reads %s, and says so', (_, input, text, encoding) => {
    const decoded = decodeText(input);
    expect('text' in decoded && decoded.text).toBe(text);
    expect('text' in decoded && decoded.assumed?.encoding).toBe(encoding);
  });

  test('names the first word that could be wrong, and where it stands', () => {
    expect(decodeText(latin('Caf\nDie Größe, für'))).toMatchObject({
      assumed: { characters: 3, word: 'Größe,', at: { line: 2, column: 7 } },
    });
  });

  test.each(['\r', '\r\n', '\n'])('counts its lines where they end in %j', (end) => {
    expect(decodeText(latin(`Caf${end}Die Größe, für`))).toMatchObject({
      assumed: { at: { line: 2, column: 7 } },
    });
  });

  test.each([
    [
      'Polish of Windows',
      latin('Co to jest \u00b3\u00b9czenie? Zmie\u00f1 w\u00b3a\u015bciwo\u009c\u00e6'),
    ],
    ['Japanese', Uint8Array.of(0x83, 0x4c, 0x83, 0x83, 0x83, 0x62, 0x83, 0x56, 0x83, 0x85, 0x0a)],
    [
      'Russian of Unix',
      latin(
        '\u00de\u00d4\u00cf \u00d4\u00c1\u00cb\u00cf\u00c5 \u00da\u00c1\u00cd\u00d9\u00cb\u00c1\u00ce\u00c9\u00c5 \u00c6\u00d5\u00ce\u00cb\u00c3\u00c9\u00d1',
      ),
    ],
    ['a picture', joined([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR')],
    ['UTF-16 cut off', joined([0xff, 0xfe], [...wide('abc')], [0x61])],
    ['UTF-8 with one broken byte', joined('für naïve Größen', [0xff], ' ist')],
  ])('does not guess at %s', (_, input) => {
    expect(decodeText(input)).toHaveProperty('error', 'not-utf8');
  });

  test('refuses what is larger than the limit', () => {
    expect(decodeText(new Uint8Array(MAX_FILE_BYTES + 1))).toEqual({ error: 'file-too-large' });
    const full = decodeText(new Uint8Array(MAX_FILE_BYTES).fill(0x61));
    expect('text' in full && full.text.length).toBe(MAX_FILE_BYTES);
  });
});

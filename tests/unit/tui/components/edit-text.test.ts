import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type EditedText,
  editedText,
  editText,
  pasteOnLine,
} from '../../../../src/tui/components/edit-text.js';

const struck = (line: EditedText, ...strokes: string[]) => strokes.reduce(editText, line);
/** The line with a bar at its cursor. */
const shown = ({ text, cursor }: EditedText) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('a line', () => {
  test.each([
    [['a', 'space', 'b'], 'is:new a b|'],
    [['left', 'left', 'x'], 'is:nxew|'.replace('xew|', 'x|ew')],
    [['home', 'x'], 'x|is:new'],
    [['ctrl-a', 'ctrl-d'], '|s:new'],
    [['ctrl-a', 'right', 'backspace'], '|s:new'],
    [['ctrl-w'], '|'],
    [['left', 'ctrl-k'], 'is:ne|'],
    [['left', 'ctrl-u'], '|w'],
    [['home', 'end', 'backspace'], 'is:ne|'],
    [
      ['alt-b', 'x', 'ctrl-right', 'alt-left', 'y'],
      'yxis:new|'.replace('yx', 'y|x').replace('new|', 'new'),
    ],
    [['up', 'page-down', 'alt-x', 'ctrl-x'], 'is:new|'],
  ])('after %j', (strokes, expected) => {
    const line = strokes[0] === 'a' ? editedText('is:new ') : editedText('is:new');
    expect(shown(struck(line, ...strokes))).toBe(expected);
  });

  test('is edited by graphemes, not by halves of them', () => {
    const family = '👩‍👩‍👧';
    expect(shown(struck(editedText(`a${family}`), 'backspace'))).toBe('a|');
    expect(shown(struck(editedText(`a${family}`), 'left', 'b'))).toBe(`ab|${family}`);
    expect(shown(struck(editedText('กำ'), 'home', 'ctrl-d'))).toBe('|');
  });

  test('takes a paste of several lines as one, and nothing that steers a terminal', () => {
    expect(pasteOnLine(editedText('a '), 'b\r\n\tc\u001b[31m').text).toBe('a b c[31m');
  });

  test('has its cursor between two graphemes after any strokes', () => {
    const strokes = fc.constantFrom(
      ...['left', 'right', 'home', 'end', 'backspace', 'ctrl-d', 'ctrl-w', 'ctrl-k', 'ctrl-u'],
      ...['ctrl-left', 'ctrl-right', 'alt-b', 'alt-f', 'space', 'x', 'é', '👍🏽', 'ก', 'ำ', '"'],
      ...['\u0301', '\u200d', '\u0600', '👩', '🇹', '🇭', '©'],
    );
    fc.assert(
      fc.property(fc.array(strokes, { maxLength: 40 }), (keys) => {
        const { text, cursor } = struck(editedText(''), ...keys);
        const places = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
        expect([...places, text.length]).toContain(cursor);
      }),
    );
  });
});

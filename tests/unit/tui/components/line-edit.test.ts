import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  editLine,
  insertText,
  type Line,
  lineOf,
} from '../../../../src/tui/components/line-edit.js';

const struck = (line: Line, ...strokes: string[]) => strokes.reduce(editLine, line);
/** The line with a bar at its cursor. */
const shown = ({ text, cursor }: Line) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

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
    [['up', 'page-down', 'alt-x', 'ctrl-x'], 'is:new|'],
  ])('after %j', (strokes, expected) => {
    const line = strokes[0] === 'a' ? lineOf('is:new ') : lineOf('is:new');
    expect(shown(struck(line, ...strokes))).toBe(expected);
  });

  test('is edited by graphemes, not by halves of them', () => {
    const family = '👩‍👩‍👧';
    expect(shown(struck(lineOf(`a${family}`), 'backspace'))).toBe('a|');
    expect(shown(struck(lineOf(`a${family}`), 'left', 'b'))).toBe(`ab|${family}`);
    expect(shown(struck(lineOf('กำ'), 'home', 'ctrl-d'))).toBe('|');
  });

  test('takes a paste of several lines as one, and nothing that steers a terminal', () => {
    expect(insertText(lineOf('a '), 'b\r\n\tc\u001b[31m').text).toBe('a b c[31m');
  });

  test('has its cursor between two graphemes after any strokes', () => {
    const strokes = fc.constantFrom(
      ...['left', 'right', 'home', 'end', 'backspace', 'ctrl-d', 'ctrl-w', 'ctrl-k', 'ctrl-u'],
      ...['space', 'x', 'é', '👍🏽', 'ก', 'ำ', '"'],
    );
    fc.assert(
      fc.property(fc.array(strokes, { maxLength: 40 }), (keys) => {
        const { text, cursor } = struck(lineOf(''), ...keys);
        const places = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
        expect([...places, text.length]).toContain(cursor);
      }),
    );
  });
});

import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { painter } from '../../../../src/model/text/ansi.js';
import {
  rowLine,
  type StyledPiece,
  styledLine,
} from '../../../../src/tui/components/styled-line.js';

const plain = painter(false);
const text = fc.stringMatching(/^[a-c 漢·]{0,12}$/);
const pieces = fc.array(
  text.map((each): StyledPiece => [each, 'bold', 'red']),
  { maxLength: 5 },
);

test('styles are set from the outermost in, and end the other way round', () => {
  expect(styledLine([['a', 'bold', 'red'], ['b']], 2, painter(true))).toBe(
    '\u001b[1m\u001b[31ma\u001b[39m\u001b[22mb',
  );
});

test('what is cut ends in an ellipsis, in the style of what is cut', () => {
  const line = (width: number) => styledLine([['abc', 'bold'], ['', 'dim'], ['def']], width, plain);
  expect([6, 5, 4, 3, 1].map(line)).toEqual(['abcdef', 'abcd…', 'abc…', 'ab…', '…']);
});

test('a line is whole where it fits, and never wider than its room', () => {
  fc.assert(
    fc.property(pieces, fc.integer({ min: 0, max: 40 }), (some, width) => {
      const whole = some.map(([each]) => each).join('');
      const line = styledLine(some, width, plain);
      if (stringWidth(whole) <= width) expect(line).toBe(whole);
      else expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(stripVTControlCharacters(styledLine(some, width, painter(true)))).toBe(line);
    }),
  );
});

test('a row has what stands right whole and at its end, what stands left before it', () => {
  expect(rowLine([['left']], [['right']], 14, plain)).toBe(' left   right');
  expect(rowLine([['too long']], [['right']], 12, plain)).toBe(' too… right');
  expect(rowLine([['left']], [['right']], 7, plain)).toBe(' right');
  fc.assert(
    // A text of twelve wide characters takes 24 columns, the blanks at its sides two.
    fc.property(pieces, text, fc.integer({ min: 26, max: 60 }), (left, right, width) => {
      const line = rowLine(left, [[right]], width, plain);
      expect(line.endsWith(right)).toBe(true);
      expect(stringWidth(line)).toBe(width - 1);
    }),
  );
});

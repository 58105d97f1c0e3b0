import { expect, test } from 'vitest';
import { saysNothing } from '../../../../src/deck/text/says-nothing.js';

test.each(['', ' \n', '<!-- to do -->', '\n<!-- a\n\nb --> <!---->\n', '<!-- a -->\t'])(
  '%j says nothing',
  (text) => {
    expect(saysNothing(text)).toBe(true);
  },
);

test.each(['a', '<!-- a', '<!-- a --> b', 'b <!-- a -->', '<br>'])('%j says something', (text) => {
  expect(saysNothing(text)).toBe(false);
});

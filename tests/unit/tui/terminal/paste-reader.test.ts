import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { editedText } from '../../../../src/tui/components/edit-text.js';
import { withPaste } from '../../../../src/tui/review/typing.js';
import { PasteReader } from '../../../../src/tui/terminal/paste-reader.js';

const NO_KEY = {} as Key;

/** What comes of events, in order: keys as they are, pastes in brackets. */
function taken(...events: readonly (string | [string, Partial<Key>])[]): string[] {
  const seen: string[] = [];
  const reader = new PasteReader({
    input: (input) => seen.push(input),
    paste: (text) => seen.push(`<${text}>`),
  });
  for (const event of events) {
    const [input, key] = typeof event === 'string' ? [event, {}] : event;
    reader.take(input, { ...NO_KEY, ...key });
  }
  return seen;
}

describe('PasteReader', () => {
  test('hands keys on as they are', () => {
    expect(taken('a', ' ', '3')).toEqual(['a', ' ', '3']);
  });

  test('hands a paste on whole, however it came', () => {
    expect(taken('[200~', 'one', 'two', '[201~', 'q')).toEqual(['<onetwo>', 'q']);
    expect(taken('[200~', ['', { return: true }], ['', { tab: true }], '[201~')).toEqual([
      '<\n\t>',
    ]);
    expect(taken('[200~', '[201~')).toEqual(['<>']);
  });

  test('takes an end without a beginning for nothing', () => {
    expect(taken('[201~', 'q')).toEqual(['q']);
  });

  test('leaves a paste whose end got lost with Ctrl-C', () => {
    expect(taken('[200~', 'x', 'q', ['c', { ctrl: true }], 'q')).toEqual(['c', 'q']);
  });
});

describe('withPaste', () => {
  test.each([
    ['a ', 'b', 'a b'],
    ['', 'one\r\ntwo\rthree\n\n', 'one\ntwo\nthree'],
    ['', '\tx\u0007\u001b\u009by\u007f', '    xy'],
  ])('%j with %j is %j', (text, pasted, result) => {
    expect(withPaste(editedText(text), pasted)).toEqual(editedText(result));
  });
});

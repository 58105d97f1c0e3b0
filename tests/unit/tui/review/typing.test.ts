import fc from 'fast-check';
import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { type EditedText, editedText } from '../../../../src/tui/components/edit-text.js';
import { typeKey, withPaste } from '../../../../src/tui/review/typing.js';

/** A key by name, with its character where it has one; `^a` is Ctrl-A, `M-b` Alt-B. */
function struck(name: string): [string, Partial<Key>] {
  if (/^\^.$/.test(name)) return [name.slice(1), { ctrl: true }];
  if (name === 'M-Enter') return ['\r', { return: true, meta: true }];
  if (name.startsWith('M-')) return [name.slice(2), { meta: true }];
  const special: Record<string, keyof Key> = {
    ...{ Left: 'leftArrow', Right: 'rightArrow', Up: 'upArrow', Down: 'downArrow' },
    ...{ Home: 'home', End: 'end', Enter: 'return', Esc: 'escape', Back: 'delete' },
  };
  const key = special[name];
  return key === undefined ? [name, {}] : ['', { [key]: true }];
}

function struckIn(keys: readonly string[], from = '', last: string | null = null): EditedText {
  let typing = editedText(from);
  for (const name of keys) {
    const [input, key] = struck(name);
    const outcome = typeKey(typing, input, key as Key, last);
    if (outcome.kind === 'typed') typing = outcome.typing;
  }
  return typing;
}

/** The text with the cursor in it. */
const seen = ({ text, cursor }: EditedText) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('keys in a typed answer', () => {
  test.each([
    [['a', 'b', 'Left', 'c'], '', 'ac|b'],
    [['Home', 'x', 'End', 'y'], 'ab', 'xaby|'],
    [['^a', '^d', '^e', '^b', '^k'], 'abc', 'b|'],
    [['^j', 'b', 'Up', 'x'], 'a', 'ax|\nb'],
    [['M-Enter', 'b'], 'a', 'a\nb|'],
    [['Up', 'Up', 'Down', 'Down'], 'long line\nb\nlong line', 'long line\nb\nl|ong line'],
    [['M-b', 'M-b', 'x', 'M-f'], 'one two', 'xone| two'],
    [['^w', '^w'], 'one two  ', '|'],
    [['Left', 'Left', '^w'], 'one two', '|wo'.replace('|', 'one |')],
    [['^u'], 'one\ntwo', '|'],
    [['Back', 'Back'], 'a👩‍👩‍👧é', '|a'.replace('|a', 'a|')],
    [['Left', 'Back'], 'a👩‍👩‍👧b', 'a|b'],
  ])('%j in %j', (keys, from, wanted) => {
    expect(seen(struckIn(keys, from))).toBe(wanted);
  });

  test('↑ in an empty answer brings back what was typed the last time, and nothing else does', () => {
    expect(seen(struckIn(['Up'], '', 'mine\nof then'))).toBe('mine\nof then|');
    expect(seen(struckIn(['Up'], 'now', 'then'))).toBe('|now');
    expect(seen(struckIn(['Up'], '', null))).toBe('|');
  });

  test('Enter submits the whole, Escape stops and keeps it', () => {
    const typing = { text: 'a\nb', cursor: 1 };
    const key = (name: string) => struck(name)[1] as Key;
    expect(typeKey(typing, '', key('Enter'), null)).toEqual({ kind: 'submitted', text: 'a\nb' });
    expect(typeKey(typing, 'cd\r', {} as Key, null)).toEqual({ kind: 'submitted', text: 'acd\nb' });
    expect(typeKey(typing, '', key('Esc'), null)).toEqual({ kind: 'stopped' });
  });

  test('a paste goes where the cursor is, its lines with it', () => {
    expect(seen(withPaste({ text: 'ab', cursor: 1 }, 'x\r\n\ty\u001b[A\n'))).toBe('ax\n    y[A|b');
  });

  test('a control character within text is the key that sends it, and Ctrl-J breaks the line', () => {
    expect(seen(struckIn(['ab\u007fc\u0001x']))).toBe('x|ac');
    expect(seen(struckIn(['\n', 'b']))).toBe('\nb|');
  });

  test('the cursor stands between two graphemes, whatever is struck', () => {
    const names = fc.constantFrom(
      ...['a', '👩‍👩‍👧', 'ก', 'ำ', '\u0301', '\u200d', '\u0600', '👩', '🇹', '🇭', '©', ' '],
      ...['^j', 'M-Enter', 'Left', 'Right', 'Up', 'Down', 'Home', 'End', 'Back'],
      ...['^k', '^w', '^d', 'M-b', 'M-f'],
    );
    fc.assert(
      fc.property(fc.array(names, { maxLength: 30 }), (keys) => {
        const { text, cursor } = struckIn(keys, 'some 👩👩 text\nof 👩‍👩‍👧 lines', 'before');
        const places = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
        expect([...places, text.length]).toContain(cursor);
      }),
      { numRuns: 500 },
    );
  });
});

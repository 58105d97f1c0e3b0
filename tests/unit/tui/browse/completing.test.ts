import { describe, expect, test } from 'vitest';
import { completed, nameBefore, wordBefore } from '../../../../src/tui/browse/completing.js';
import type { Completing } from '../../../../src/tui/browse/state.js';
import { editedText } from '../../../../src/tui/components/edit-text.js';

test.each([
  ['', ''],
  ['kv ca', 'ca'],
  ['kv ', ''],
  ['(is:new', 'is:new'],
  ['-com', '-com'],
  ['part:"The Tr', 'part:"The Tr'],
  ['part:"The Transformer" is:', 'is:'],
  ['company:google,me', 'company:google,me'],
])('of %j the word at the end is %j', (text, word) => {
  expect(wordBefore(editedText(text))).toBe(word);
});

test('the word at the cursor is what stands before it', () => {
  expect(wordBefore({ text: 'is:new kv', cursor: 4 })).toBe('is:n');
});

describe('Tab', () => {
  const words = ['is:new', 'is:learning', 'is:due'];
  const press = (by: 1 | -1, line = editedText('kv is:'), completing: Completing | null = null) =>
    completed(line, completing, words, 3, by);

  test('tries one word after another, and Shift-Tab the one before', () => {
    const first = press(1);
    expect(first.line).toEqual(editedText('kv is:new'));
    const second = press(1, first.line, first.completing);
    expect(second.line.text).toBe('kv is:learning');
    const back = press(-1, second.line, second.completing);
    expect(back.line.text).toBe('kv is:new');
    expect(press(-1, back.line, back.completing).line.text).toBe('kv is:due');
  });

  test('keeps what stands behind the cursor', () => {
    const { line } = completed({ text: 'is:n (kv)', cursor: 4 }, null, ['is:new'], 0, 1);
    expect(line).toEqual({ text: 'is:new (kv)', cursor: 6 });
  });

  test('goes on behind a word that could be no other', () => {
    expect(completed(editedText('comp'), null, ['company:'], 0, 1).completing).toBeNull();
  });

  test('does nothing where there is no word', () => {
    const line = editedText('xyz');
    expect(completed(line, null, [], 0, 1)).toEqual({ line, completing: null });
  });
});

test.each([
  ['companies', '', ''],
  ['companies', '+goo', 'goo'],
  ['companies', '+google, Deep M', 'Deep M'],
  ['companies', '+google -Deep Mi', 'Deep Mi'],
  ['tags', '=a,b', 'b'],
  ['move-to', 'KV Cache & Me', 'KV Cache & Me'],
] as const)('in the prompt of %s, after %j the name is %j', (of, text, name) => {
  expect(nameBefore(of, editedText(text))).toBe(name);
});

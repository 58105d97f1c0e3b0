import type { Key } from 'ink';
import { expect, test } from 'vitest';
import { strokesOf, typedText } from '../../../../src/tui/terminal/strokes.js';

const NONE = {} as Key;

test.each<[string, Partial<Key>, string[]]>([
  ['j', {}, ['j']],
  ['jjG', {}, ['j', 'j', 'G']],
  ['a b\r', {}, ['a', 'space', 'b', 'enter']],
  ['x\u007f', {}, ['x', 'backspace']],
  ['/\u0015x\r\n', {}, ['/', 'ctrl-u', 'x', 'enter']],
  ['', { downArrow: true }, ['down']],
  ['', { pageUp: true }, ['page-up']],
  ['', { delete: true }, ['backspace']],
  ['\t', { tab: true }, ['tab']],
  ['', { tab: true, shift: true }, ['shift-tab']],
  ['f', { ctrl: true }, ['ctrl-f']],
  ['b', { meta: true }, ['alt-b']],
  ['', { leftArrow: true, ctrl: true }, ['ctrl-left']],
  ['', { rightArrow: true, meta: true }, ['alt-right']],
  ['\r', { return: true, meta: true }, ['alt-enter']],
  ['\r', { return: true, shift: true }, ['alt-enter']],
  ['', { escape: true, meta: true }, ['escape']],
  ['👍🏽é', {}, ['👍🏽', 'é']],
])('%j is %j', (input, key, strokes) => {
  expect(strokesOf(input, { ...NONE, ...key })).toEqual(strokes);
});

test.each([
  ['a', 'a'],
  ['space', ' '],
  ['👍🏽', '👍🏽'],
  ['enter', null],
  ['ctrl-f', null],
  ['\u0007', null],
  ['', null],
])('%j writes %j', (stroke, text) => {
  expect(typedText(stroke)).toBe(text);
});

import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { commandOf } from '../../../../src/tui/review/keys.js';

const NO_KEY: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};
const key = (set: Partial<Key>): Key => ({ ...NO_KEY, ...set });

describe('commandOf', () => {
  test.each([
    ['3', {}, { kind: 'rate', rating: 3 }],
    ['7', {}, { kind: 'digit', digit: 7 }],
    [' ', {}, { kind: 'go' }],
    ['', { return: true }, { kind: 'enter' }],
    ['', { escape: true }, { kind: 'escape' }],
    ['c', { ctrl: true }, { kind: 'quit' }],
    ['z', { ctrl: true }, { kind: 'stop' }],
    ['', { pageDown: true }, { kind: 'scroll', by: 1, unit: 'page' }],
    ['', { home: true }, { kind: 'scroll', by: -1, unit: 'end' }],
    ['', { end: true }, { kind: 'scroll', by: 1, unit: 'end' }],
    ['x', {}, null],
    ['u', { meta: true }, null],
  ])('%j %j', (input, set, commands) => {
    expect(commandOf(input, key(set))).toEqual(commands);
  });
});

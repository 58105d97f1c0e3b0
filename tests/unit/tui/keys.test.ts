import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { commandsOf } from '../../../src/tui/keys.js';

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

describe('commandsOf', () => {
  test.each([
    ['3', {}, [{ kind: 'rate', rating: 3 }]],
    ['7', {}, [{ kind: 'digit', digit: 7 }]],
    [' ', {}, [{ kind: 'go' }]],
    ['', { return: true }, [{ kind: 'enter' }]],
    ['', { escape: true }, [{ kind: 'escape' }]],
    ['c', { ctrl: true }, [{ kind: 'quit' }]],
    ['z', { ctrl: true }, [{ kind: 'stop' }]],
    ['', { pageDown: true }, [{ kind: 'scroll', by: 1, unit: 'page' }]],
    ['', { home: true }, [{ kind: 'scroll', by: -1, unit: 'end' }]],
    ['', { end: true }, [{ kind: 'scroll', by: 1, unit: 'end' }]],
    ['x', {}, []],
    ['u', { meta: true }, []],
  ])('%j %j', (input, set, commands) => {
    expect(commandsOf(input, key(set))).toEqual(commands);
  });

  test('gives every key of those struck together', () => {
    expect(commandsOf(' 3u', NO_KEY)).toEqual([
      { kind: 'go' },
      { kind: 'rate', rating: 3 },
      { kind: 'undo' },
    ]);
    expect(commandsOf('\r\r', NO_KEY)).toEqual([{ kind: 'enter' }, { kind: 'enter' }]);
  });
});

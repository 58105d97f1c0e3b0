import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import {
  type DashboardState,
  dashboardCommand,
  FIRST_VIEW,
  reduceDashboard,
} from '../../../../src/tui/stats/state.js';

// Only what a test sets is true; the rest of Ink's many flags is not there, which is false.
const key = (set: Partial<Key> = {}) => set as Key;
const EXTENT = { height: 10, most: 25 };

function press(state: DashboardState, ...strokes: [string, Partial<Key>?][]): DashboardState {
  return strokes.reduce((at, [character, set]) => {
    const command = dashboardCommand(character, key(set));
    return command === null ? at : reduceDashboard(at, command, EXTENT);
  }, state);
}

describe('keys of the dashboard', () => {
  test('turn to the next tab and the one before, round the ends', () => {
    expect(press(FIRST_VIEW, ['', { rightArrow: true }]).tab).toBe(1);
    expect(press(FIRST_VIEW, ['', { tab: true }], ['l']).tab).toBe(2);
    expect(press(FIRST_VIEW, ['', { leftArrow: true }]).tab).toBe(6);
    expect(press(FIRST_VIEW, ['', { tab: true, shift: true }]).tab).toBe(6);
    expect(press({ ...FIRST_VIEW, tab: 6 }, ['l']).tab).toBe(0);
  });

  test('open a tab by its number, at its top', () => {
    expect(press({ ...FIRST_VIEW, scroll: 9 }, ['5'])).toEqual({ tab: 4, scroll: 0, help: false });
    expect(dashboardCommand('8', key())).toBeNull();
  });

  test('scroll within the text', () => {
    expect(press(FIRST_VIEW, ['j'], ['j'], ['k']).scroll).toBe(1);
    expect(press(FIRST_VIEW, ['k']).scroll).toBe(0);
    expect(press(FIRST_VIEW, ['', { pageDown: true }]).scroll).toBe(9);
    expect(press(FIRST_VIEW, ['G']).scroll).toBe(25);
    expect(press(FIRST_VIEW, ['G'], ['j']).scroll).toBe(25);
    // After a resize the state may stand beyond the end.
    expect(press({ ...FIRST_VIEW, scroll: 99 }, ['k']).scroll).toBe(24);
  });

  test('open and close the help', () => {
    expect(press(FIRST_VIEW, ['?']).help).toBe(true);
    expect(press(FIRST_VIEW, ['?'], ['', { escape: true }]).help).toBe(false);
    expect(press(FIRST_VIEW, ['?'], ['3'])).toEqual({ tab: 2, scroll: 0, help: false });
  });

  test('quit and stop', () => {
    expect(dashboardCommand('q', key())).toEqual({ kind: 'quit' });
    expect(dashboardCommand('c', key({ ctrl: true }))).toEqual({ kind: 'quit' });
    expect(dashboardCommand('z', key({ ctrl: true }))).toEqual({ kind: 'stop' });
    expect(dashboardCommand('q', key({ meta: true }))).toBeNull();
  });
});

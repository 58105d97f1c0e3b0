import type { Key } from 'ink';
import { TABS } from './tabs.js';

/** What the dashboard shows. */
export interface DashboardState {
  /** Index in `TABS`. */
  readonly tab: number;
  /** First line shown, from 0. */
  readonly scroll: number;
  readonly help: boolean;
}

export const FIRST_VIEW: DashboardState = { tab: 0, scroll: 0, help: false };

/** What a key asks for. */
export type DashboardCommand =
  | { readonly kind: 'tab'; readonly to: number }
  | { readonly kind: 'turn'; readonly by: number }
  | { readonly kind: 'scroll'; readonly by: number; readonly unit: 'line' | 'page' | 'end' }
  | { readonly kind: 'help' | 'escape' | 'quit' | 'stop' };

const LETTERS: Readonly<Record<string, DashboardCommand>> = {
  h: { kind: 'turn', by: -1 },
  l: { kind: 'turn', by: 1 },
  j: { kind: 'scroll', by: 1, unit: 'line' },
  k: { kind: 'scroll', by: -1, unit: 'line' },
  ' ': { kind: 'scroll', by: 1, unit: 'page' },
  g: { kind: 'scroll', by: -1, unit: 'end' },
  G: { kind: 'scroll', by: 1, unit: 'end' },
  '?': { kind: 'help' },
  q: { kind: 'quit' },
};

const CONTROLS: Readonly<Record<string, DashboardCommand>> = {
  c: { kind: 'quit' },
  d: { kind: 'quit' },
  z: { kind: 'stop' },
  f: { kind: 'scroll', by: 1, unit: 'page' },
  b: { kind: 'scroll', by: -1, unit: 'page' },
};

type KeyName = Exclude<keyof Key, 'shift' | 'tab'>;

const SPECIAL: readonly (readonly [KeyName, DashboardCommand])[] = [
  ['escape', { kind: 'escape' }],
  ['leftArrow', { kind: 'turn', by: -1 }],
  ['rightArrow', { kind: 'turn', by: 1 }],
  ['upArrow', { kind: 'scroll', by: -1, unit: 'line' }],
  ['downArrow', { kind: 'scroll', by: 1, unit: 'line' }],
  ['pageUp', { kind: 'scroll', by: -1, unit: 'page' }],
  ['pageDown', { kind: 'scroll', by: 1, unit: 'page' }],
  ['home', { kind: 'scroll', by: -1, unit: 'end' }],
  ['end', { kind: 'scroll', by: 1, unit: 'end' }],
];

/** Returns what one key asks for: a special one, or the character struck; null for nothing. */
export function dashboardCommand(character: string, key: Key): DashboardCommand | null {
  if (key.ctrl) return CONTROLS[character] ?? null;
  if (key.tab) return { kind: 'turn', by: key.shift ? -1 : 1 };
  const special = SPECIAL.find(([name]) => key[name]);
  if (special !== undefined) return special[1];
  if (key.meta) return null;
  const digit = /^[1-9]$/.test(character) ? Number(character) : 0;
  if (digit > 0) return digit <= TABS.length ? { kind: 'tab', to: digit - 1 } : null;
  return LETTERS[character] ?? null;
}

/** How far the view can scroll: its height in lines, and the last line it can begin with. */
export interface Extent {
  readonly height: number;
  readonly most: number;
}

/** Returns the state after a command; `quit` and `stop` are the caller's and change nothing. */
export function reduceDashboard(
  state: DashboardState,
  command: DashboardCommand,
  extent: Extent,
): DashboardState {
  switch (command.kind) {
    case 'tab':
      return { ...FIRST_VIEW, tab: command.to };
    case 'turn':
      return { ...FIRST_VIEW, tab: (state.tab + command.by + TABS.length) % TABS.length };
    case 'scroll':
      return { ...state, scroll: scrolled(state.scroll, command, extent) };
    case 'help':
      return { ...state, help: !state.help, scroll: 0 };
    case 'escape':
      return state.help ? { ...state, help: false, scroll: 0 } : state;
    default:
      return state;
  }
}

function scrolled(
  from: number,
  { by, unit }: Extract<DashboardCommand, { kind: 'scroll' }>,
  { height, most }: Extent,
): number {
  if (unit === 'end') return by < 0 ? 0 : most;
  const lines = unit === 'page' ? by * Math.max(1, height - 1) : by;
  // After a resize the state may stand beyond the end.
  return Math.max(0, Math.min(most, Math.min(from, most) + lines));
}

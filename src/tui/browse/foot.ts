import stringWidth from 'string-width';
import { painter } from '../../model/text/ansi.js';
import type { Size } from '../terminal/run-screen.js';
import type { BarLook } from './bars.js';
import { SORT_STROKES } from './keys.js';
import { saidLines } from './said-lines.js';
import type { BrowseState, Mode } from './state.js';

/** Rows that stand below the panes. */
export function footHeight(state: BrowseState, size: Size): number {
  const { mode, message } = state;
  const said = mode.kind === 'ask' ? mode.question : message?.text;
  const rows = said === undefined ? 1 : saidLines(said, size).length;
  return rows + keyRows(keysOf(state), size.columns, mode.kind).length;
}

/** What stands below the panes: what is said or a rule, and the keys. */
export function footLines(state: BrowseState, hidden: string, look: BarLook): string[] {
  const rows = keyRows(keysOf(state), look.columns, state.mode.kind);
  return [...messageLines(state, hidden, look), ...rows.map((row) => keyLine(row, look.colors))];
}

function messageLines({ message, mode }: BrowseState, hidden: string, look: BarLook): string[] {
  const { columns, colors } = look;
  const paint = painter(colors);
  const say = (style: 'red' | 'cyan' | 'yellow', text: string) =>
    saidLines(text, look).map((line) => ` ${paint(style, line)}`);
  if (mode.kind === 'ask') return say('yellow', mode.question);
  if (message !== null) return say(message.tone === 'error' ? 'red' : 'cyan', message.text);
  const tail = hidden === '' ? '' : ` ${hidden} ──`;
  return [paint('dim', `${'─'.repeat(Math.max(0, columns - tail.length))}${tail}`)];
}

type Keys = readonly (readonly [key: string, does: string])[];

const LIST_KEYS: Keys = [
  ['?', 'help'],
  ['/', 'find'],
  ['Enter', 'card'],
  ['v', 'mark'],
  ['e', 'edit'],
  ['s', 'suspend'],
  ['S', 'sort'],
  ['u', 'undo'],
  ['q', 'quit'],
];
const CARD_KEYS: Keys = [
  ['?', 'help'],
  ['Esc', 'list'],
  ['j k', 'scroll'],
  ['J K', 'next, previous'],
  ['u', 'undo'],
  ['q', 'quit'],
];
const QUERY_KEYS: Keys = [
  ['Enter', 'keep'],
  ['Esc', 'take back'],
  ['Tab', 'complete'],
  ['↓ ↑', 'move'],
];
const PROMPT_KEYS: Keys = [
  ['Enter', 'do it'],
  ['Esc', 'back'],
  ['Tab', 'complete'],
];
const STAR_KEYS: Keys = [
  ['1', '★☆☆'],
  ['2', '★★☆'],
  ['3', '★★★'],
  ['Esc', 'back'],
];
const ASK_KEYS: Keys = [
  ['y', 'yes'],
  ['n', 'no'],
];

function keysOf({ mode, focus }: BrowseState): Keys {
  switch (mode.kind) {
    case 'browse':
      return focus === 'list' ? LIST_KEYS : CARD_KEYS;
    case 'query':
      return QUERY_KEYS;
    case 'prompt':
      return PROMPT_KEYS;
    case 'ask':
      return ASK_KEYS;
    case 'stars':
      return STAR_KEYS;
    case 'sort':
      return [...Object.entries(SORT_STROKES), ['Esc', 'back']];
    case 'text':
      return [
        ...(mode.of === 'links' ? ([['1-9', 'open']] as const) : []),
        ['j k', 'scroll'],
        ['Esc', 'back'],
      ];
  }
}

const DOT = ' · ';

/** The keys in rows: of the list as many as fit into one, for the help has them all; of a menu every one. */
function keyRows(keys: Keys, columns: number, mode: Mode['kind']): Keys[] {
  const rows: (readonly [string, string])[][] = [[]];
  let used = 0;
  for (const key of keys) {
    const width = stringWidth(`${DOT}${key.join(' ')}`);
    if (used > 0 && used + width > columns - 1 + DOT.length) {
      if (mode === 'browse') break;
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(key);
    used += width;
  }
  return rows;
}

function keyLine(keys: Keys, colors: boolean): string {
  const paint = painter(colors);
  return ` ${keys.map(([key, does]) => `${paint('bold', key)} ${does}`).join(DOT)}`;
}

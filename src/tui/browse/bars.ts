import stringWidth from 'string-width';
import { type Paint, painter } from '../../model/text/ansi.js';
import { oneLine, padEnd, truncate } from '../components/text.js';
import { SORT_STROKES } from './keys.js';
import { wordsLine, writtenLine } from './line-lines.js';
import type { BrowseState, Prompt } from './state.js';

export interface BarLook {
  readonly columns: number;
  readonly colors: boolean;
}

const ENGLISH = new Intl.NumberFormat('en');

/** What stands above the panes; `words` could stand at the cursor of the line that is written. */
export function headLines(
  state: BrowseState,
  title: string | null,
  words: readonly string[],
  look: BarLook,
): string[] {
  const { mode, problem } = state;
  const { columns, colors } = look;
  const paint = painter(colors);
  const rule = paint('dim', '─'.repeat(columns));
  if (title !== null) return [` ${paint('bold', truncate(oneLine(title), columns - 2))}`, rule];
  const under = problem === null ? rule : problemLine(problem, look);
  if (mode.kind !== 'query' && mode.kind !== 'prompt') return [placeLine(state, look), under];
  const label = mode.kind === 'query' ? '/' : PROMPTS[mode.of];
  const place = mode.kind === 'query' ? ` ${placeOf(state)} ` : '';
  const written = writtenLine(label, mode.line, columns - place.length, colors);
  return [
    padEnd(written, columns - place.length) + paint('cyan', place),
    wordsLine(words, mode.completing, columns, colors),
    under,
  ];
}

const PROMPTS: Readonly<Record<Prompt, string>> = {
  relink: 'Give its history to (id or words): ',
  companies: 'Companies: ',
  tags: 'Tags: ',
  'move-to': 'Move to module: ',
};

function problemLine(problem: string, { columns, colors }: BarLook): string {
  return ` ${painter(colors)('red', truncate(oneLine(problem), columns - 2))}`;
}

/** The query, the order, and where in the list the cursor is. */
function placeLine(state: BrowseState, { columns, colors }: BarLook): string {
  const paint = painter(colors);
  const { sort, marks } = state;
  const marked = marks.size === 0 ? '' : `${ENGLISH.format(marks.size)} marked · `;
  const place = `${marked}${sort.by}${sort.reversed ? ' ↑' : ''} · ${placeOf(state)}`;
  // A blank at each side, one between, and a column of the query at least.
  const right = truncate(place, columns - 4);
  const query = state.query.trim() === '' ? 'all cards' : state.query;
  const room = Math.max(1, columns - stringWidth(right) - 3);
  const left = truncate(oneLine(query), room);
  const gap = ' '.repeat(Math.max(1, columns - stringWidth(left) - stringWidth(right) - 2));
  return ` ${paint('bold', left)}${gap}${paint('cyan', right)}`;
}

/** Where in the list the cursor is: `3/1,200`, with `…` while more are looked up. */
function placeOf({ keys, whole, cursor }: BrowseState): string {
  if (keys.length === 0) return whole ? '0' : '…';
  return `${ENGLISH.format(cursor + 1)}/${ENGLISH.format(keys.length)}${whole ? '' : '…'}`;
}

/** What stands below the panes: a message or a rule, and the keys. */
export function footLines(state: BrowseState, hidden: string, look: BarLook): string[] {
  return [messageLine(state, hidden, look), keyLine(keysOf(state), look)];
}

function messageLine(
  { message, mode }: BrowseState,
  hidden: string,
  { columns, colors }: BarLook,
): string {
  const paint = painter(colors);
  const say = (style: 'red' | 'cyan' | 'yellow', text: string) =>
    ` ${paint(style, truncate(oneLine(text), columns - 2))}`;
  if (mode.kind === 'ask') return say('yellow', mode.question);
  if (message !== null) return say(message.tone === 'error' ? 'red' : 'cyan', message.text);
  const tail = hidden === '' ? '' : ` ${hidden} ──`;
  return paint('dim', `${'─'.repeat(Math.max(0, columns - tail.length))}${tail}`);
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

/** As many keys as there is room for. */
function keyLine(keys: Keys, { columns, colors }: BarLook): string {
  const paint: Paint = painter(colors);
  let line = ' ';
  let used = 1;
  for (const [key, does] of keys) {
    const dot = used === 1 ? '' : ' · ';
    const width = stringWidth(`${dot}${key} ${does}`);
    if (used + width > columns) break;
    used += width;
    line += `${dot}${paint('bold', key)} ${does}`;
  }
  return line;
}

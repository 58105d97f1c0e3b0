import type { Statistics } from '../../stats/statistics.js';
import { type KeyLine, keyLines } from '../components/key-lines.js';
import { truncate } from '../components/text.js';
import type { Size } from '../terminal/run-screen.js';
import { finished, makePainter, type Painter } from './painter.js';
import type { DashboardState, Extent } from './state.js';
import { TABS, tabLines } from './tabs.js';

/** How the terminal can be drawn on. */
export interface DashboardLook {
  readonly colors: boolean;
  readonly ascii: boolean;
}

export interface DashboardFrame {
  /** Every row of the screen. */
  readonly lines: readonly string[];
  readonly extent: Extent;
}

/** Tabs and their rule above, a rule and the keys below. */
const ROWS_AROUND = 4;
const MAX_WIDTH = 110;
const MIN_WIDTH = 16;

const HELP: readonly KeyLine[] = [
  ['← → Tab', 'the tab before, the next one (h l, Shift-Tab too)'],
  ['1 … 7', 'a tab by its number'],
  ['j k ↓ ↑', 'scroll by a line'],
  ['PgDn PgUp', 'scroll by a page (Space, Ctrl-F, Ctrl-B too)'],
  ['g G', 'to the top, to the end'],
  ['Ctrl-Z', 'suspend viva; fg brings it back'],
  ['?', 'this help'],
  ['q Ctrl-C', 'quit'],
];

const KEYS = '← → tabs · j k scroll · ? help · q quit';
const FEW_KEYS = '← → j k · ? help · q quit';

/** Draws the whole screen of the dashboard. */
export function dashboardFrame(
  statistics: Statistics,
  state: DashboardState,
  size: Size,
  look: DashboardLook,
): DashboardFrame {
  const margin = size.columns >= 60 ? 2 : 1;
  const width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, size.columns - 2 * margin));
  const painter = makePainter({ width: size.columns, colors: look.colors });
  const body = bodyLines(statistics, state, { ...look, width });
  const height = Math.max(1, size.rows - ROWS_AROUND);
  const extent = { height, most: Math.max(0, body.length - height) };
  const scroll = Math.min(state.scroll, extent.most);
  const shown = Array.from({ length: height }, (_, row) => {
    const line = body[scroll + row] ?? '';
    return line === '' ? '' : ' '.repeat(margin) + line;
  });
  const above = [tabBar(state, painter), rule('', painter)];
  const hidden = [scroll > 0 ? `↑ ${scroll}` : '', moreText(extent.most - scroll)].filter(Boolean);
  const below = [rule(hidden.join(' · '), painter), footer(statistics, painter)];
  const lines = [...finished(above, look), ...shown, ...finished(below, look)];
  return { lines: lines.slice(0, size.rows), extent };
}

function bodyLines(
  statistics: Statistics,
  state: DashboardState,
  look: DashboardLook & { readonly width: number },
): string[] {
  const tab = TABS[state.tab];
  if (tab === undefined) return [];
  if (!state.help) return tabLines(tab, statistics, look);
  const painter = makePainter(look);
  const keys = keyLines(HELP, { ...look, keyWidth: 10 });
  return finished([painter.paint('cyan', 'Keys'), '', ...keys], look);
}

function moreText(below: number): string {
  return below > 0 ? `↓ ${below} more` : '';
}

/** All tabs where they fit, else the one that shows between arrows. */
function tabBar(state: DashboardState, painter: Painter): string {
  const texts = TABS.map(({ name }, at) => `${at + 1} ${name}`);
  if (texts.join('  ').length + 2 > painter.width) {
    const name = TABS[state.tab]?.name ?? '';
    return ` ← ${painter.paint('bold', `${state.tab + 1}/${TABS.length} ${name}`)} →`;
  }
  // The brackets tell the open tab where there are no colours to.
  const painted = texts.map((text, at) =>
    at === state.tab ? painter.paint('inverse', `[${text}]`) : painter.paint('dim', ` ${text} `),
  );
  return painted.join('');
}

function rule(label: string, painter: Painter): string {
  const tail = label === '' ? '' : ` ${label} ──`;
  return painter.paint('dim', `${'─'.repeat(Math.max(0, painter.width - tail.length))}${tail}`);
}

function footer({ query, period }: Statistics, painter: Painter): string {
  const keys = painter.width < KEYS.length + 2 ? FEW_KEYS : KEYS;
  const since = period.since === null ? '' : `since ${period.since}`;
  const until = period.until === null ? '' : `until ${period.until}`;
  const of = [query, since, until].filter(Boolean).join(' · ');
  const room = painter.width - keys.length - 4;
  const shown = of === '' || room < 8 ? '' : truncate(of, room);
  const gap = ' '.repeat(Math.max(0, painter.width - keys.length - shown.length - 2));
  return ` ${truncate(keys, painter.width - 2)}${shown === '' ? '' : gap + painter.paint('dim', shown)}`;
}

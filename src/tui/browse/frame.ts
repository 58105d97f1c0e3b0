import type { CardRecord } from '../../app/cards/ports.js';
import type { Moment } from '../../model/moment.js';
import { styled } from '../../model/text/ansi.js';
import { padEnd } from '../components/text.js';
import type { PictureLine } from '../review/layout.js';
import type { Pictured } from '../review/pictures.js';
import type { Size } from '../terminal/run-screen.js';
import { headLines } from './bars.js';
import { footLines } from './foot.js';
import { type BrowseLayout, browseLayout } from './layout.js';
import { cardRows } from './list-lines.js';
import { topOf } from './list-state.js';
import type { BrowseState, Room } from './state.js';

/** What a frame is drawn of, beside the state. */
export interface BrowseView {
  /** The cards that the list shows, from `firstShown` on. */
  readonly records: readonly CardRecord[];
  /** The lines of the card at the cursor, or of the text that lies over the list. */
  readonly lines: readonly string[];
  /** The pictures in them. */
  readonly pictures: readonly PictureLine[];
  /** The title of that text; null where none lies over it. */
  readonly title: string | null;
  /** What could stand at the cursor of the line that is written. */
  readonly words: readonly string[];
  readonly moment: Moment;
}

/** Every row of the screen, and how much there was room for. */
export interface BrowseFrame {
  readonly lines: readonly string[];
  readonly room: Room;
  /** The pane of the card, for its pictures. */
  readonly card: Pictured & {
    /** First line shown. */
    readonly scroll: number;
    /** Row of the screen on which it begins, from 0. */
    readonly top: number;
  };
}

/** Returns the range of the list that a screen of a size shows. */
export function shownRange(state: BrowseState, size: Size): { from: number; to: number } {
  const { rows } = browseLayout(state, size);
  const from = topOf(state, rows);
  return { from, to: Math.min(state.keys.length, from + rows) };
}

/** Draws the whole screen. */
export function browseFrame(
  state: BrowseState,
  view: BrowseView,
  size: Size,
  colors: boolean,
): BrowseFrame {
  const layout = browseLayout(state, size);
  const most = Math.max(0, view.lines.length - layout.rows);
  const room = { rows: layout.rows, height: layout.rows, most };
  const scroll = Math.min(state.mode.kind === 'text' ? state.mode.scroll : state.scroll, most);
  const look = { ...size, colors };
  const shown = Array.from(
    { length: layout.rows },
    (_, row) => ` ${view.lines[scroll + row] ?? ''}`,
  );
  const isCard = layout.card > 0 || view.title !== null;
  const hidden = [scroll > 0 ? `↑ ${scroll}` : '', scroll < most ? `↓ ${most - scroll} more` : ''];
  const head = headLines(state, view.title, view.words, look);
  const lines = [
    ...head,
    ...(view.title === null ? panes(state, view, layout, shown, colors) : shown),
    ...footLines(state, isCard ? hidden.filter(Boolean).join(' · ') : '', look),
  ];
  // Left of the card are the list, its edge and a blank.
  const margin = layout.list === 0 ? 1 : layout.list + 2;
  const { pictures } = view;
  const card = { pictures, margin, height: layout.rows, scroll, top: head.length };
  return { lines: lines.slice(0, size.rows), room, card };
}

function panes(
  state: BrowseState,
  view: BrowseView,
  { list, card, rows }: BrowseLayout,
  shown: readonly string[],
  colors: boolean,
): readonly string[] {
  if (list === 0) return shown;
  const left = leftPane(state, view, list, rows, colors);
  if (card === 0) return left;
  const isFocused = state.focus === 'card';
  const edge = styled(isFocused ? '┃' : '│', isFocused ? 'cyan' : 'dim', colors);
  return left.map((line, row) => `${padEnd(line, list)}${edge}${shown[row] ?? ''}`);
}

function leftPane(
  state: BrowseState,
  { records, moment }: BrowseView,
  width: number,
  rows: number,
  colors: boolean,
): string[] {
  const from = topOf(state, rows);
  const cards = records.map((record, row) => ({
    record,
    isMarked: state.marks.has(state.keys[from + row] ?? -1),
    isCurrent: from + row === state.cursor,
  }));
  const lines = cardRows(cards, { width, colors, moment });
  const empty = state.keys.length === 0 ? [state.whole ? ' No card matches.' : ' …'] : [];
  const all = [...lines, ...empty];
  return Array.from({ length: rows }, (_, row) => all[row] ?? '');
}

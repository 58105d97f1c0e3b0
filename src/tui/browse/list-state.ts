import type { BrowseCommand } from './keys.js';
import type { BrowseState, Room } from './state.js';

type Move = Extract<BrowseCommand, { kind: 'move' }>;

/**
 * Takes another list: the card at the cursor stays there, or where it is gone what stands in
 * its place; of another query, the first card; a card that is sought comes before both. Marks of cards that are not listed go.
 */
export function withList(
  state: BrowseState,
  list: Pick<BrowseState, 'keys' | 'whole'>,
  isOther: boolean,
  room: Room,
): BrowseState {
  const { length } = list.keys;
  const { sought } = state;
  const isListed = sought !== null && list.keys.includes(sought);
  const key = isListed ? sought : state.keys[state.cursor];
  const found = key === undefined ? -1 : list.keys.indexOf(key);
  const stays = found >= 0 ? found : isOther ? 0 : state.cursor;
  const cursor = clamp(state.toEnd && list.whole ? length - 1 : stays, length);
  const toEnd = state.toEnd && !list.whole;
  const at = { ...state, ...list, problem: null, toEnd, sought: isListed ? null : sought };
  const scroll = list.keys[cursor] === state.keys[state.cursor] ? state.scroll : 0;
  return placed({ ...at, marks: keptMarks(state, list.keys), scroll }, cursor, room);
}

function keptMarks({ marks }: BrowseState, keys: Uint32Array): ReadonlySet<number> {
  return marks.size === 0 ? marks : new Set(keys.filter((key) => marks.has(key)));
}

/** Moves the cursor in the list. */
export function moved(state: BrowseState, { by, unit }: Move, room: Room): BrowseState {
  const { length } = state.keys;
  const step = unit === 'page' ? Math.max(1, room.rows - 1) : 1;
  const to = unit === 'end' ? (by < 0 ? 0 : length - 1) : state.cursor + by * step;
  const toEnd = unit === 'end' && by > 0 && !state.whole;
  return withCursor({ ...state, toEnd }, to, room);
}

/** Scrolls the card, or the text that lies over the list. */
export function scrolled(from: number, { by, unit }: Move, { height, most }: Room): number {
  if (unit === 'end') return by < 0 ? 0 : most;
  const lines = unit === 'page' ? by * Math.max(1, height - 1) : by;
  // After a resize the state may stand beyond the end.
  return Math.max(0, Math.min(most, Math.min(from, most) + lines));
}

/** Marks the card at the cursor, or takes its mark away, and goes on to the next. */
export function withMark(state: BrowseState, room: Room): BrowseState {
  const key = state.keys[state.cursor];
  if (key === undefined) return state;
  const marks = new Set(state.marks);
  if (!marks.delete(key)) marks.add(key);
  return withCursor({ ...state, marks }, state.cursor + 1, room);
}

/** Marks all cards withList, or none where all are. */
export function allMarked(state: BrowseState): BrowseState {
  const all = state.marks.size === state.keys.length;
  return { ...state, marks: new Set(all ? [] : state.keys) };
}

/** Store keys of the cards that an action is for: those marked in the order of the list, else that at the cursor. */
export function chosenKeys({ keys, marks, cursor }: BrowseState): number[] {
  if (marks.size > 0) return Array.from(keys.filter((key) => marks.has(key)));
  const key = keys[cursor];
  return key === undefined ? [] : [key];
}

/** The first card shown of a list with so many rows, so that the cursor is among them. */
export function topOf(
  { top, cursor, keys }: Pick<BrowseState, 'top' | 'cursor' | 'keys'>,
  rows: number,
): number {
  const visible = Math.min(cursor, Math.max(top, cursor - rows + 1));
  return Math.max(0, Math.min(visible, keys.length - rows));
}

function withCursor(state: BrowseState, to: number, room: Room): BrowseState {
  const cursor = clamp(to, state.keys.length);
  return placed({ ...state, scroll: cursor === state.cursor ? state.scroll : 0 }, cursor, room);
}

function placed(state: BrowseState, cursor: number, { rows }: Room): BrowseState {
  return { ...state, cursor, top: topOf({ ...state, cursor }, rows) };
}

function clamp(cursor: number, length: number): number {
  return Math.max(0, Math.min(cursor, length - 1));
}

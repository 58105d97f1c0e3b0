import type { Size } from '../terminal/run-screen.js';
import { headHeight } from './bars.js';
import { footHeight } from './foot.js';
import type { BrowseState } from './state.js';

/** Where things stand on the screen, in columns and rows. */
export interface BrowseLayout {
  /** Columns of the list; 0 where the card has all of the screen. */
  readonly list: number;
  /** Columns of the card; 0 where the list has all of the screen. */
  readonly card: number;
  /** Rows of the panes. */
  readonly rows: number;
}

/** Columns from which list and card stand side by side. */
const SIDE_BY_SIDE = 100;
const LIST_SHARE = 0.46;
/** Lays the screen out. */
export function browseLayout(state: BrowseState, size: Size): BrowseLayout {
  const { columns, rows } = size;
  const { focus } = state;
  const pane = Math.max(1, rows - headHeight(state, size) - footHeight(state, size));
  if (columns < SIDE_BY_SIDE) {
    const isList = focus === 'list';
    return { list: isList ? columns : 0, card: isList ? 0 : columns, rows: pane };
  }
  const list = Math.floor(columns * LIST_SHARE);
  return { list, card: columns - list - 1, rows: pane };
}

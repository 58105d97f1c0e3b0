import type { Size } from '../terminal/run-screen.js';
import type { BrowseState } from './state.js';

/** Where things stand on the screen, in columns and rows. */
export interface BrowseLayout {
  /** Columns of the list; 0 where the card has all of the screen. */
  readonly list: number;
  /** Columns of the card; 0 where the list has all of the screen. */
  readonly card: number;
  /** Rows above the panes: a line and what is under it, one more where a line is written. */
  readonly above: number;
  /** Rows of the panes. */
  readonly rows: number;
}

/** Columns from which list and card stand side by side. */
const SIDE_BY_SIDE = 100;
const LIST_SHARE = 0.46;
/** The rule with the message, and the keys. */
const BELOW = 2;

/** Lays the screen out. */
export function browseLayout({ focus, mode }: BrowseState, { columns, rows }: Size): BrowseLayout {
  const above = mode.kind === 'query' || mode.kind === 'prompt' ? 3 : 2;
  const pane = Math.max(1, rows - above - BELOW);
  if (columns < SIDE_BY_SIDE) {
    const isList = focus === 'list';
    return { list: isList ? columns : 0, card: isList ? 0 : columns, above, rows: pane };
  }
  const list = Math.floor(columns * LIST_SHARE);
  return { list, card: columns - list - 1, above, rows: pane };
}

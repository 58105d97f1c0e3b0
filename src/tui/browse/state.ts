import type { CardSort, SortKey } from '../../model/card-sort.js';
import { type EditedText, editedText } from '../components/edit-text.js';
import type { Message } from '../review/screen-state.js';

/** Words that can stand at the cursor, and which of them does: Tab tries one after another. */
export interface Completing {
  /** The line without any of them, and where in it they begin. */
  readonly before: EditedText;
  readonly from: number;
  readonly words: readonly string[];
  readonly at: number;
}

/** What the keys go to. */
export type Mode =
  | { readonly kind: 'browse' }
  /** `before` is the query to go back to. */
  | {
      readonly kind: 'query';
      readonly line: EditedText;
      readonly before: string;
      readonly completing: Completing | null;
    }
  | { readonly kind: 'sort' | 'stars' }
  | { readonly kind: 'text'; readonly of: 'help' | 'module' | 'links'; readonly scroll: number }
  /** A question to say yes or no to. */
  | { readonly kind: 'ask'; readonly question: string; readonly action: ConfirmedAction }
  /** A line to fill in. */
  | {
      readonly kind: 'prompt';
      readonly of: Prompt;
      readonly line: EditedText;
      readonly completing: Completing | null;
    };

/** A line is being written, of the query or of a prompt. */
export type WrittenMode = Extract<Mode, { kind: 'query' | 'prompt' }>;

/** Is a line being written? */
export function isWritten(mode: Mode): mode is WrittenMode {
  return mode.kind === 'query' || mode.kind === 'prompt';
}

/** What a yes does. */
export type ConfirmedAction =
  | { readonly kind: 'forget' }
  | { readonly kind: 'relink'; readonly old: string; readonly fresh: string };

/** What is asked for. */
export type Prompt = 'relink' | 'companies' | 'tags' | 'move-to';

/** What the browser knows of what is to be seen; nothing of it outlives the screen. */
export interface BrowseState {
  /** Store keys of the cards listed, in their order. */
  readonly keys: Uint32Array;
  /** Are these all, and not just the first ones? */
  readonly whole: boolean;
  /** Place of the card at the cursor, from 0; 0 where there is none. */
  readonly cursor: number;
  /** Store key of the card that the cursor is to go to once it is listed; null for none. */
  readonly sought: number | null;
  /** Was the last card asked for before it was known? */
  readonly toEnd: boolean;
  /** Place of the first card shown. */
  readonly top: number;
  readonly focus: 'list' | 'card';
  /** First line shown of the card, from 0. */
  readonly scroll: number;
  /** Store keys of the cards marked. */
  readonly marks: ReadonlySet<number>;
  readonly query: string;
  /** Why the query has no meaning; null where it has one. */
  readonly problem: string | null;
  readonly sort: CardSort;
  readonly mode: Mode;
  readonly message: Message | null;
}

/** How much there is room for. */
export interface Room {
  /** Rows of the list. */
  readonly rows: number;
  /** Rows of the card or the text that lies over it. */
  readonly height: number;
  /** The last line with which these can begin. */
  readonly most: number;
}

export const BROWSING: Mode = { kind: 'browse' };

/** The browser as it opens: with the first cards of its list. */
export function openedWith(
  opening: Pick<BrowseState, 'keys' | 'whole' | 'query' | 'sort'>,
): BrowseState {
  return {
    ...opening,
    cursor: 0,
    sought: null,
    toEnd: false,
    top: 0,
    focus: 'list',
    scroll: 0,
    marks: new Set(),
    problem: null,
    mode: BROWSING,
    message: null,
  };
}

/** The query that the list is to show: the one being written, or the one that stands. */
export function wantedQuery({ mode, query }: BrowseState): string {
  return mode.kind === 'query' ? mode.line.text : query;
}

/** The state with a mode, where no text lies over the list. */
export function inMode(state: BrowseState, mode: Mode): BrowseState {
  return { ...state, mode, message: null };
}

/** Begins to write the query. */
export function writeQuery(state: BrowseState): BrowseState {
  const line = editedText(state.query);
  return inMode(state, { kind: 'query', line, before: state.query, completing: null });
}

/** Sorts by something else; by the same again, turned round, and random anew. */
export function sortedBy(state: BrowseState, by: SortKey, seed: number): BrowseState {
  const isSame = state.sort.by === by;
  const reversed = isSame && by !== 'random' && !state.sort.reversed;
  return { ...inMode(state, BROWSING), sort: { by, reversed, seed } };
}

/** Takes what a message says; null takes it away. */
export function saying(
  state: BrowseState,
  text: string | null,
  tone: Message['tone'] = 'info',
): BrowseState {
  return { ...state, message: text === null ? null : { text, tone } };
}

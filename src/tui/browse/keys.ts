import type { SortKey } from '../../model/card-sort.js';

/** What a key of the browser asks for. */
export type BrowseCommand =
  | { readonly kind: 'move'; readonly by: number; readonly unit: 'line' | 'page' | 'end' }
  /** The same in the pane that has not the focus, by a line. */
  | { readonly kind: 'move-other'; readonly by: number }
  | {
      readonly kind:
        | ('turn' | 'open' | 'back' | 'query' | 'sort' | 'again' | 'mark' | 'mark-all')
        | ('suspend' | 'resume' | 'bury' | 'flag' | 'forget' | 'relink' | 'undo')
        | ('edit' | 'new' | 'stars' | 'companies' | 'tags' | 'move-to')
        | ('source' | 'links' | 'module' | 'help' | 'quit' | 'stop');
    };

/** A line of the help: keys as a person reads them, what they do, and the strokes behind them. */
export interface KeyRow {
  readonly keys: string;
  readonly does: string;
  readonly strokes: Readonly<Record<string, BrowseCommand>>;
}

const line = (by: number): BrowseCommand => ({ kind: 'move', by, unit: 'line' });
const page = (by: number): BrowseCommand => ({ kind: 'move', by, unit: 'page' });
const end = (by: number): BrowseCommand => ({ kind: 'move', by, unit: 'end' });

/** Every key of the browser: what runs, what the help shows and what docs/browse.md says. */
export const BROWSE_KEYS: readonly KeyRow[] = [
  {
    keys: 'j k ↓ ↑',
    does: 'the next card, the one before; in the card, scroll by a line',
    strokes: { j: line(1), down: line(1), k: line(-1), up: line(-1) },
  },
  {
    keys: 'PgDn PgUp',
    does: 'the same by a page (Ctrl-F, Ctrl-B too)',
    strokes: {
      'page-down': page(1),
      'ctrl-f': page(1),
      'page-up': page(-1),
      'ctrl-b': page(-1),
    },
  },
  {
    keys: 'g G',
    does: 'to the first, to the last (Home, End too)',
    strokes: { g: end(-1), home: end(-1), G: end(1), end: end(1) },
  },
  {
    keys: 'J K',
    does: 'scroll the card from the list, or change the card from within it',
    strokes: { J: { kind: 'move-other', by: 1 }, K: { kind: 'move-other', by: -1 } },
  },
  {
    keys: 'Enter Tab',
    does: 'into the card (l, → too); Tab goes back, too',
    strokes: {
      enter: { kind: 'open' },
      l: { kind: 'open' },
      right: { kind: 'open' },
      tab: { kind: 'turn' },
      'shift-tab': { kind: 'turn' },
    },
  },
  {
    keys: 'Esc',
    does: 'back to the list (h, ← too); there, take all marks away',
    strokes: { escape: { kind: 'back' }, h: { kind: 'back' }, left: { kind: 'back' } },
  },
  {
    keys: '/',
    does: 'change the query: Tab completes, ↓ ↑ move, Enter keeps it, Esc takes it back',
    strokes: { '/': { kind: 'query' } },
  },
  {
    keys: 'S',
    does: 'sort: due, recall, lapses, added, module or random; the same again turns it round',
    strokes: { S: { kind: 'sort' } },
  },
  {
    keys: 'R',
    does: 'look the list up again: after a change a card stays in it until then',
    strokes: { R: { kind: 'again' }, 'ctrl-r': { kind: 'again' } },
  },
  {
    keys: 'v',
    does: 'mark the card and go on to the next: what follows is done with all that are marked',
    strokes: { v: { kind: 'mark' } },
  },
  { keys: 'a', does: 'mark all cards of the list, or none', strokes: { a: { kind: 'mark-all' } } },
  {
    keys: 's r',
    does: 'suspend; resume what is suspended or buried',
    strokes: { s: { kind: 'suspend' }, r: { kind: 'resume' } },
  },
  { keys: 'b', does: 'bury until tomorrow', strokes: { b: { kind: 'bury' } } },
  { keys: 'f', does: 'flag, or remove the flag', strokes: { f: { kind: 'flag' } } },
  {
    keys: 'F',
    does: 'forget: make it new again (asks)',
    strokes: { F: { kind: 'forget' } },
  },
  {
    keys: 'e',
    does: 'edit in $EDITOR: one card, or all that are marked',
    strokes: { e: { kind: 'edit' } },
  },
  {
    keys: 'n',
    does: 'write a new card for the module of the one at the cursor',
    strokes: { n: { kind: 'new' } },
  },
  { keys: 'd', does: 'difficulty: 1, 2 or 3 stars', strokes: { d: { kind: 'stars' } } },
  {
    keys: 'c t',
    does: 'companies, tags: +name adds, -name takes away, =name, name sets all',
    strokes: { c: { kind: 'companies' }, t: { kind: 'tags' } },
  },
  {
    keys: 'm',
    does: 'move to another module, by its title or number',
    strokes: { m: { kind: 'move-to' } },
  },
  {
    keys: 'L',
    does: 'give the history of a retired card to another (asks: it cannot be undone): mark both, or name the other',
    strokes: { L: { kind: 'relink' } },
  },
  { keys: 'E', does: 'open its file in $EDITOR', strokes: { E: { kind: 'source' } } },
  { keys: 'o', does: 'open a link, a picture or a diagram', strokes: { o: { kind: 'links' } } },
  {
    keys: 'i',
    does: "the module's insights, code and links",
    strokes: { i: { kind: 'module' } },
  },
  {
    keys: 'u',
    does: 'undo the last change, over all its cards (any number of times)',
    strokes: { u: { kind: 'undo' } },
  },
  {
    keys: 'Ctrl-Z',
    does: 'suspend viva; fg brings it back',
    strokes: { 'ctrl-z': { kind: 'stop' } },
  },
  { keys: '?', does: 'this help', strokes: { '?': { kind: 'help' } } },
  {
    keys: 'q Ctrl-C',
    does: 'quit',
    strokes: { q: { kind: 'quit' }, 'ctrl-c': { kind: 'quit' }, 'ctrl-d': { kind: 'quit' } },
  },
];

const COMMANDS: ReadonlyMap<string, BrowseCommand> = new Map(
  BROWSE_KEYS.flatMap(({ strokes }) => Object.entries(strokes)),
);

/** Returns what a stroke asks for; null for nothing. */
export function browseCommand(stroke: string): BrowseCommand | null {
  return COMMANDS.get(stroke) ?? null;
}

/** The sorts by the key that chooses each in their menu. */
export const SORT_STROKES: Readonly<Record<string, SortKey>> = {
  d: 'due',
  r: 'recall',
  l: 'lapses',
  a: 'added',
  m: 'module',
  x: 'random',
};

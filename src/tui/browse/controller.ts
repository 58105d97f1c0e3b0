import type { Key } from 'ink';
import type { CardNames } from '../../app/browse/ports.js';
import type { CardRecord } from '../../app/cards/ports.js';
import { VivaError } from '../../model/error.js';
import { editText, pasteOnLine } from '../components/edit-text.js';
import { strokesOf } from '../terminal/strokes.js';
import { type ActionKind, type ActionScreen, CardActions } from './actions.js';
import { completed, nameBefore, promptNames, wordBefore } from './completing.js';
import { EditActions, type EditKind, isEditKind } from './edit-actions.js';
import { Follower } from './follower.js';
import { type BrowseFrame, browseFrame } from './frame.js';
import { type BrowseCommand, browseCommand, SORT_STROKES } from './keys.js';
import { allMarked, chosenKeys, moved, scrolled, withList, withMark } from './list-state.js';
import type { BrowsePorts } from './ports.js';
import {
  BROWSING,
  type BrowseState,
  inMode,
  type Mode,
  openedWith,
  saying,
  sortedBy,
  wantedQuery,
  writeQuery,
} from './state.js';
import { BrowseViews } from './views.js';

type Opening = Parameters<typeof openedWith>[0];
type Written = Extract<Mode, { kind: 'query' | 'prompt' }>;

const NO_NAMES: CardNames = { company: [], part: [], tag: [], collection: [], module: [] };

/** Runs the browser: takes keys, looks lists up behind them, and gives a frame to draw after each. */
export class BrowseController {
  readonly #ports: BrowsePorts;
  readonly #follower: Follower;
  readonly #actions: CardActions;
  readonly #edits: EditActions;
  readonly #views: BrowseViews;
  readonly #listeners = new Set<() => void>();
  #state: BrowseState;
  #frame: BrowseFrame;
  #names = NO_NAMES;
  /** The text of the query whose cards are listed. */
  #listed: string;
  #isClosed = false;

  constructor(opening: Opening, ports: BrowsePorts) {
    this.#ports = ports;
    this.#state = openedWith(opening);
    this.#listed = opening.query;
    this.#views = new BrowseViews(ports);
    this.#follower = new Follower(ports.lookup, ports.moment, {
      found: (list, { text }, isNewest) => {
        if ('keys' in list) this.#list(list.keys, text);
        else if (isNewest) this.#change({ ...this.#state, problem: this.#problemOf(list.error) });
        this.refresh();
      },
      failed: (why) => {
        this.#say(`The search has ended: ${why}`, 'error');
        this.refresh();
      },
    });
    const screen: ActionScreen = {
      say: (text, tone) => this.#say(text, tone),
      ask: (mode) => this.#change(inMode(this.#state, mode)),
      lookAgain: () => this.#follow(true),
      redraw: () => this.refresh(),
    };
    this.#actions = new CardActions(ports, screen);
    this.#edits = new EditActions(ports, screen);
    this.#frame = this.#draw();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly frame = (): BrowseFrame => this.#frame;

  /** The state as it is, for tests. */
  get state(): BrowseState {
    return this.#state;
  }

  /** Looks the whole list up behind the first frame; names when a line is first written. */
  begin(): void {
    this.#follow();
  }

  input(input: string, key: Key): void {
    for (const stroke of strokesOf(input, key)) this.#guard(() => this.#take(stroke));
    this.#follow();
    this.refresh();
  }

  /** A paste is text where a line is written, and nothing elsewhere. */
  paste(text: string): void {
    const { mode } = this.#state;
    if (mode.kind !== 'query' && mode.kind !== 'prompt') return;
    this.#write(mode, pasteOnLine(mode.line, text));
    this.#follow();
    this.refresh();
  }

  /** Lays everything out again, as after a resize. */
  refresh(): void {
    if (this.#isClosed) return;
    this.#frame = this.#draw();
    for (const listener of this.#listeners) listener();
  }

  /** Draws text again whose colours have come. */
  redraw(): void {
    this.#views.forget();
    this.refresh();
  }

  close(): void {
    this.#isClosed = true;
    this.#ports.lookup.close();
  }

  #draw(): BrowseFrame {
    const size = this.#ports.size();
    const view = this.#views.of(this.#state, size, this.#words());
    return browseFrame(this.#state, view, size, this.#ports.look.colors);
  }

  #words(): readonly string[] {
    const { mode } = this.#state;
    if (mode.kind === 'prompt') return promptNames(mode.of, mode.line, this.#names);
    if (mode.kind !== 'query') return [];
    return this.#ports.complete(wordBefore(mode.line), this.#names);
  }

  #take(stroke: string): void {
    const { mode } = this.#state;
    switch (mode.kind) {
      case 'query':
      case 'prompt':
        this.#takeWritten(mode, stroke);
        return;
      case 'sort':
        this.#takeSort(stroke);
        return;
      case 'stars':
        this.#takeStars(stroke);
        return;
      case 'ask':
        this.#takeAnswer(mode, stroke);
        return;
      case 'text':
        this.#takeText(mode, stroke);
        return;
      case 'browse': {
        const command = browseCommand(stroke);
        if (command !== null) this.#run(command);
      }
    }
  }

  #takeWritten(mode: Written, stroke: string): void {
    const by = stroke === 'tab' ? 1 : stroke === 'shift-tab' ? -1 : 0;
    if (by !== 0) this.#complete(mode, by);
    else if (stroke === 'enter') this.#submit(mode);
    else if (stroke === 'escape' || stroke === 'ctrl-c') {
      const query = mode.kind === 'query' ? mode.before : this.#state.query;
      this.#change({ ...inMode(this.#state, BROWSING), query });
    } else if (stroke === 'up' || stroke === 'down') {
      this.#move({ kind: 'move', by: stroke === 'up' ? -1 : 1, unit: 'line' });
    } else this.#write(mode, editText(mode.line, stroke));
  }

  #complete(mode: Written, by: 1 | -1): void {
    const { line } = mode;
    const word = mode.kind === 'query' ? wordBefore(line) : nameBefore(mode.of, line);
    const from = line.cursor - word.length;
    const done = completed(line, mode.completing, this.#words(), from, by);
    this.#change({ ...this.#state, mode: { ...mode, ...done } });
  }

  #write(mode: Written, line: Written['line']): void {
    this.#change({ ...this.#state, mode: { ...mode, line, completing: null } });
  }

  #submit(mode: Written): void {
    const { text } = mode.line;
    const state = inMode(this.#state, BROWSING);
    this.#change(mode.kind === 'query' ? { ...state, query: text } : state);
    if (mode.kind !== 'prompt') return;
    if (mode.of === 'relink') this.#actions.relinkTo(text, this.#current());
    else this.#edits.filledIn(mode.of, text, chosenKeys(state), this.#names);
  }

  #takeSort(stroke: string): void {
    const by = SORT_STROKES[stroke];
    this.#change(
      by === undefined
        ? inMode(this.#state, BROWSING)
        : sortedBy(this.#state, by, this.#ports.seed()),
    );
  }

  #takeStars(stroke: string): void {
    this.#change(inMode(this.#state, BROWSING));
    if (stroke === '1' || stroke === '2' || stroke === '3') {
      const stars = stroke === '1' ? 1 : stroke === '2' ? 2 : 3;
      this.#edits.mark(chosenKeys(this.#state), { stars });
    }
  }

  #takeAnswer({ todo }: Extract<Mode, { kind: 'ask' }>, stroke: string): void {
    this.#change(inMode(this.#state, BROWSING));
    if (stroke !== 'y') {
      this.#say('Nothing was changed.');
      return;
    }
    this.#actions.confirmed(todo, chosenKeys(this.#state));
  }

  #takeText(mode: Extract<Mode, { kind: 'text' }>, stroke: string): void {
    const command = browseCommand(stroke);
    if (command?.kind === 'move') {
      const scroll = scrolled(mode.scroll, command, this.#frame.room);
      this.#change({ ...this.#state, mode: { ...mode, scroll } });
      return;
    }
    if (command?.kind === 'stop') {
      this.#ports.stop();
      return;
    }
    this.#change(inMode(this.#state, BROWSING));
    if (mode.of === 'links' && /^[1-9]$/.test(stroke)) {
      this.#actions.openLink(this.#current(), Number(stroke) - 1);
    }
  }

  #run(command: BrowseCommand): void {
    this.#say(null);
    switch (command.kind) {
      case 'move':
        this.#state.focus === 'list' ? this.#move(command) : this.#scroll(command);
        return;
      case 'move-other': {
        const move = { ...command, kind: 'move', unit: 'line' } as const;
        this.#state.focus === 'card' ? this.#move(move) : this.#scroll(move);
        return;
      }
      case 'turn':
        this.#focus(this.#state.focus === 'list' ? 'card' : 'list');
        return;
      case 'open':
        this.#focus('card');
        return;
      case 'back':
        this.#back();
        return;
      case 'query':
        this.#learnNames();
        this.#change(writeQuery(this.#state));
        return;
      case 'sort':
      case 'stars':
        this.#change(inMode(this.#state, { kind: command.kind }));
        return;
      case 'again':
        this.#follow(true);
        return;
      case 'mark':
        this.#change(withMark(this.#state, this.#frame.room));
        return;
      case 'mark-all':
        this.#markAll();
        return;
      case 'help':
      case 'module':
        this.#change(inMode(this.#state, { kind: 'text', of: command.kind, scroll: 0 }));
        return;
      case 'quit':
        this.#ports.exit();
        return;
      case 'stop':
        this.#ports.stop();
        return;
      default:
        this.#act(command.kind);
    }
  }

  #act(kind: ActionKind | EditKind): void {
    const keys = chosenKeys(this.#state);
    const current = this.#current();
    if (!isEditKind(kind)) {
      this.#actions.run(kind, keys, current);
      return;
    }
    this.#learnNames();
    this.#edits.run(kind, keys, current);
  }

  #markAll(): void {
    if (this.#state.whole) this.#change(allMarked(this.#state));
    else this.#say('The list is still being looked up: press a again.');
  }

  #back(): void {
    const { focus, marks } = this.#state;
    if (focus === 'card') this.#focus('list');
    else if (marks.size > 0) this.#change({ ...this.#state, marks: new Set() });
  }

  #focus(focus: BrowseState['focus']): void {
    this.#change({ ...this.#state, focus });
  }

  #move(command: Extract<BrowseCommand, { kind: 'move' }>): void {
    this.#change(moved(this.#state, command, this.#frame.room));
  }

  #scroll(command: Extract<BrowseCommand, { kind: 'move' }>): void {
    const scroll = scrolled(this.#state.scroll, command, this.#frame.room);
    this.#change({ ...this.#state, scroll });
  }

  #list(keys: Uint32Array, text: string): void {
    const isOther = text !== this.#listed;
    this.#listed = text;
    this.#change(withList(this.#state, { keys, whole: true }, isOther, this.#frame.room));
  }

  #follow(again = false): void {
    this.#follower.want({ text: wantedQuery(this.#state), sort: this.#state.sort }, again);
  }

  #learnNames(): void {
    const { lookup } = this.#ports;
    lookup.names().then(
      (names) => {
        this.#names = names;
      },
      () => undefined,
    );
  }

  #current(): CardRecord | null {
    const key = this.#state.keys[this.#state.cursor];
    if (key === undefined) return null;
    return this.#ports.store.recordsOf([key], this.#ports.moment())[0] ?? null;
  }

  #problemOf({ message, hint }: Pick<VivaError, 'message' | 'hint'>): string {
    return `${message} ${hint.split('\n')[0] ?? ''}`;
  }

  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      this.#say(`${error.message} ${error.hint}`, 'error');
    }
  }

  #say(text: string | null, tone: 'info' | 'error' = 'info'): void {
    this.#change(saying(this.#state, text, tone));
  }

  #change(state: BrowseState): void {
    this.#state = state;
  }
}

import type { Key } from 'ink';
import type { FoundList } from '../../app/browse/ports.js';
import { VivaError } from '../../model/error.js';
import { CardPictures } from '../review/pictures.js';
import { strokesOf } from '../terminal/strokes.js';
import { type ActionScreen, CardActions } from './actions.js';
import { EditActions } from './edit-actions.js';
import { Follower } from './follower.js';
import { type BrowseFrame, browseFrame } from './frame.js';
import { browseCommand } from './keys.js';
import { ListKeys } from './list-keys.js';
import { withList } from './list-state.js';
import { ModeKeys } from './mode-keys.js';
import { BrowseModel } from './model.js';
import type { BrowsePorts } from './ports.js';
import { type BrowseState, isWritten, openedWith, wantedQuery } from './state.js';
import { BrowseViews } from './views.js';
import { WrittenKeys } from './written-keys.js';

type Opening = Parameters<typeof openedWith>[0];

/** Runs the browser: takes keys, looks lists up behind them, and gives a frame to draw after each. */
export class BrowseController {
  readonly #ports: BrowsePorts;
  readonly #model: BrowseModel;
  readonly #follower: Follower;
  readonly #edits: EditActions;
  readonly #pictures: CardPictures;
  readonly #listKeys: ListKeys;
  readonly #modeKeys: ModeKeys;
  readonly #writtenKeys: WrittenKeys;
  readonly #views: BrowseViews;
  readonly #listeners = new Set<() => void>();
  #frame: BrowseFrame;
  /** The text of the query whose cards are listed. */
  #listed: string;
  #isClosed = false;

  constructor(opening: Opening, ports: BrowsePorts) {
    this.#ports = ports;
    this.#listed = opening.query;
    this.#pictures = new CardPictures(ports, () => this.redraw());
    this.#views = new BrowseViews(ports, (...of) => this.#pictures.room(...of));
    this.#follower = this.#followerOf(ports);
    this.#model = new BrowseModel(openedWith(opening), ports);
    const screen = this.#actionScreen();
    const actions = new CardActions(ports, screen);
    this.#edits = new EditActions(ports, screen);
    const targets = { model: this.#model, actions, edits: this.#edits };
    this.#listKeys = new ListKeys(targets, screen.lookAgain);
    this.#modeKeys = new ModeKeys(targets);
    this.#writtenKeys = new WrittenKeys(targets);
    this.#frame = this.#draw();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly frame = (): BrowseFrame => this.#frame;

  /** The state as it is, for tests. */
  get state(): BrowseState {
    return this.#model.state;
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
    const { mode } = this.state;
    if (!isWritten(mode)) return;
    this.#writtenKeys.paste(mode, text);
    this.#follow();
    this.refresh();
  }

  /** Lays everything out again, as after a resize. */
  refresh(): void {
    if (this.#isClosed) return;
    this.#frame = this.#draw();
    for (const listener of this.#listeners) listener();
    this.#pictures.show(this.#frame.card, this.#frame.card.scroll, this.#frame.card.top);
  }

  /** Draws text again whose colours have come. */
  redraw(): void {
    this.#views.forget();
    this.refresh();
  }

  close(): void {
    this.#isClosed = true;
    this.#pictures.close();
    this.#ports.lookup.close();
  }

  #followerOf({ lookup, moment }: BrowsePorts): Follower {
    return new Follower(lookup, moment, {
      found: (list, { text }, isNewest) => {
        this.#takeList(list, text, isNewest);
        this.refresh();
      },
      failed: (why) => {
        this.#model.say(`The search has ended: ${why}`, 'error');
        this.refresh();
      },
    });
  }

  #actionScreen(): ActionScreen {
    return {
      say: (text, tone) => this.#model.say(text, tone),
      ask: (mode) => this.#model.enter(mode),
      lookAgain: (sought) => this.#lookAgain(sought),
      redraw: () => this.refresh(),
      openFile: (record) => this.#edits.openSource(record),
    };
  }

  #draw(): BrowseFrame {
    const { state } = this;
    const size = this.#ports.size();
    const words = isWritten(state.mode) ? this.#writtenKeys.words(state.mode) : [];
    const view = this.#views.of(state, size, words);
    const frame = browseFrame(state, view, size, this.#ports.look.colors);
    this.#model.room = frame.room;
    return frame;
  }

  #take(stroke: string): void {
    const { mode } = this.state;
    if (isWritten(mode)) this.#writtenKeys.take(mode, stroke);
    else if (mode.kind !== 'browse') this.#modeKeys.take(mode, stroke);
    else {
      const command = browseCommand(stroke);
      if (command !== null) this.#listKeys.run(command);
    }
  }

  #takeList(list: FoundList, text: string, isNewest: boolean): void {
    if ('error' in list) {
      const { message, hint } = list.error;
      const problem = `${message} ${hint.split('\n')[0] ?? ''}`;
      if (isNewest) this.#model.change({ problem });
      return;
    }
    const isOther = text !== this.#listed;
    this.#listed = text;
    const whole = { keys: list.keys, whole: true };
    this.#model.state = withList(this.state, whole, isOther, this.#model.room);
    if (isNewest) this.#model.change({ sought: null });
  }

  #lookAgain(sought: number | null = null): void {
    this.#model.change({ sought });
    this.#follow(true);
  }

  #follow(again = false): void {
    this.#follower.want({ text: wantedQuery(this.state), sort: this.state.sort }, again);
  }

  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      this.#model.say(`${error.message} ${error.hint}`, 'error');
    }
  }
}

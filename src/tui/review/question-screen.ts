import { VivaError } from '../../model/error.js';
import { type Paint, painter } from '../../model/text/ansi.js';
import type { Size } from '../terminal/run-screen.js';
import type { KeyCommand } from './keys.js';
import { type Look, maxScroll, type Scrolled, scrolledTo, shownScroll } from './layout.js';
import type { Pictured } from './pictures.js';
import type { QuestionScreenPorts } from './ports.js';
import { FRESH_SCREEN, reduceScreen, type ScreenAction, type ScreenState } from './screen-state.js';
import { type Frame, ScreenSnapshots, type Snapshot } from './snapshots.js';

/** What a screen of a question shows: its state, and the frames that are drawn of it. */
export abstract class QuestionScreen<L extends Scrolled & Pictured> {
  readonly #ports: QuestionScreenPorts;
  readonly #snapshots: ScreenSnapshots<L>;
  #state: ScreenState = FRESH_SCREEN;

  constructor(ports: QuestionScreenPorts) {
    this.#ports = ports;
    this.#snapshots = new ScreenSnapshots(
      ports,
      () => this.#frame(),
      () => this.redraw(),
    );
  }

  /** Lays out what is to be seen. */
  protected abstract layout(state: ScreenState, size: Size): L;
  /** Draws every row of the screen. */
  protected abstract draw(snapshot: Snapshot<L>, paint: Paint): string[];

  readonly subscribe = (listener: () => void): (() => void) => this.#snapshots.subscribe(listener);
  readonly frame = (): Frame<L> => this.#snapshots.current();

  /** Lays everything out again, as after a resize. */
  refresh(): void {
    this.#snapshots.refresh();
  }

  /** Lays everything out again, text that was drawn before too: there is more to draw it with. */
  redraw(): void {
    this.refresh();
  }

  /** After this nothing is laid out any more: the store behind the desk may be closed. */
  close(): void {
    this.#snapshots.close();
  }

  protected readonly room: Look['picture'] = (...of) => this.#snapshots.room(...of);

  protected get state(): ScreenState {
    return this.#state;
  }

  protected get isClosed(): boolean {
    return this.#snapshots.isClosed;
  }

  protected look(): Snapshot<L> {
    const size = this.#ports.size();
    const layout = this.layout(this.#state, size);
    const scroll = Math.min(shownScroll(this.#state, layout), maxScroll(layout));
    return { layout, size, state: { ...this.#state, scroll } };
  }

  #frame(): Frame<L> {
    const snapshot = this.look();
    const lines = this.draw(snapshot, painter(this.#ports.look.colors));
    // A screen lower than header and footer shows what there is room for.
    return { ...snapshot, lines: lines.slice(0, snapshot.size.rows) };
  }

  /** Runs an action; one that fails (a full disk, a lost file) is said, and the card stays. */
  protected guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      this.say(`${error.message} ${error.hint}`, 'error');
    }
  }

  protected say(text: string, tone: 'info' | 'error' = 'info'): void {
    this.update({ type: 'said', message: { text, tone } });
  }

  protected update(action: ScreenAction): void {
    this.#state = reduceScreen(this.#state, action);
  }

  protected scroll(command: Extract<KeyCommand, { kind: 'scroll' }>): void {
    const { layout, state } = this.look();
    const to = scrolledTo(command, state.scroll, layout);
    this.update({ type: 'scrolled', to, most: maxScroll(layout) });
  }
}

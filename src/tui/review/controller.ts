import type { Key } from 'ink';
import type { ReviewDesk } from '../../app/review/desk.js';
import { VivaError } from '../../model/error.js';
import { RATING_NAMES } from '../../model/rating.js';
import type { Settings } from '../../model/settings.js';
import { type Command, commandOf } from './keys.js';
import { type Layout, type Look, mostScroll, revealScroll, type Size } from './layout.js';
import { type Link, linksAround } from './link-lines.js';
import { makeLayout } from './make-layout.js';
import { FRESH_SCREEN, reduceScreen, type ScreenAction, type ScreenState } from './screen-state.js';
import { typeKey } from './typing.js';

/** What the review screen needs of the world. */
export interface ControllerPorts {
  readonly settings: Settings;
  readonly look: Look;
  /** What to say beside the first card; nothing where it is null or left out. */
  readonly opening?: string | null;
  size(): Size;
  now(): number;
  /** Opens the card at `line` of `file` in the editor, waits, and reads the file again. */
  edit(file: string, line: number): void;
  /** Opens an address; false where it is refused. */
  openLink(url: string): boolean;
  /** Puts the program aside (Ctrl-Z). */
  stop(): void;
  exit(): void;
}

export interface Snapshot {
  readonly layout: Layout;
  readonly state: ScreenState;
  readonly size: Size;
}

/** New cards that the summary offers at a time. */
export const MORE_NEW = 5;

/**
 * Runs the review screen: takes keys one at a time, each on what the one
 * before it left, and gives a snapshot to draw after each.
 */
export class ReviewController {
  readonly #desk: ReviewDesk;
  readonly #ports: ControllerPorts;
  readonly #listeners = new Set<() => void>();
  #state: ScreenState = FRESH_SCREEN;
  #snapshot: Snapshot;
  #closed = false;

  constructor(desk: ReviewDesk, ports: ControllerPorts) {
    this.#desk = desk;
    this.#ports = ports;
    const { opening = null } = ports;
    if (opening !== null) this.#update({ type: 'said', message: { text: opening, tone: 'info' } });
    this.#snapshot = this.#look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  /**
   * Takes an input event: a special key, or the characters struck since the
   * last one. Those act one at a time, and once one starts typing, the rest is text.
   */
  input(input: string, key: Key): void {
    let rest = input;
    do {
      if (this.#state.typing !== null) {
        this.#type(rest, key);
        break;
      }
      const stroke = key.ctrl || key.meta ? rest : (rest.at(0) ?? '');
      rest = rest.slice(stroke.length);
      const command = commandOf(stroke, key);
      if (command !== null) this.#guard(() => this.#run(command));
    } while (rest !== '');
    this.#changed();
  }

  /** Lays everything out again, as after a resize. */
  refresh(): void {
    if (!this.#closed) this.#changed();
  }

  /** Makes ready for keys, behind the first frame. */
  prepare(): void {
    if (!this.#closed) this.#guard(() => this.#desk.prepare());
  }

  /** After this nothing is laid out any more: the store behind the desk may be closed. */
  close(): void {
    this.#closed = true;
  }

  #changed(): void {
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }

  #look(): Snapshot {
    const size = this.#ports.size();
    const { settings, look, now } = this.#ports;
    const layout = makeLayout({ desk: this.#desk, state: this.#state, size, settings, look, now });
    const scroll = Math.min(this.#state.scroll, mostScroll(layout));
    return { layout, size, state: { ...this.#state, scroll } };
  }

  // A failed action (a full disk, a lost file) is said, and the card stays where it is.
  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      this.#say(`${error.message} ${error.hint}`, 'error');
    }
  }

  #run(command: Command): void {
    this.#update({ type: 'said', message: null });
    if (command.kind === 'stop') {
      this.#ports.stop();
      return;
    }
    if (command.kind === 'scroll') {
      this.#scroll(command);
      return;
    }
    if (this.#desk.view().session.phase === 'finished') {
      this.#runFinished(command);
      return;
    }
    if (this.#state.overlay !== 'none') {
      this.#runOverlay(command);
      return;
    }
    this.#runCard(command);
  }

  #runCard(command: Command): void {
    switch (command.kind) {
      case 'go':
      case 'enter':
        this.#goOn(command.kind);
        return;
      case 'rate':
        this.#rate(command.rating);
        return;
      case 'undo':
        this.#undo();
        return;
      case 'suspend':
        this.#desk.suspend();
        this.#nextCard('Suspended. Press u to take that back.');
        return;
      case 'bury':
        this.#desk.bury();
        this.#nextCard('Put off till tomorrow. Press u to take that back.');
        return;
      case 'flag':
        this.#desk.toggleFlag();
        return;
      case 'edit':
        this.#edit();
        return;
      case 'type':
        this.#startTyping();
        return;
      case 'module':
      case 'help':
        this.#update({ type: 'opened', overlay: command.kind });
        return;
      case 'links':
        this.#openLinks();
        return;
      case 'quit':
        this.#desk.quit();
        this.#nextCard(null);
        return;
    }
  }

  #runOverlay(command: Command): void {
    if (this.#state.overlay === 'links') {
      const digit =
        command.kind === 'rate' ? command.rating : command.kind === 'digit' ? command.digit : 0;
      const link = this.#links()[digit - 1];
      if (link !== undefined) {
        this.#openLink(link);
        return;
      }
    }
    this.#update({ type: 'opened', overlay: 'none' });
  }

  #runFinished(command: Command): void {
    switch (command.kind) {
      case 'more-new':
        if (this.#desk.summary().moreNew === 0) return;
        this.#desk.addNew(MORE_NEW);
        this.#nextCard(null);
        return;
      case 'retry-missed':
        if (this.#desk.summary().missed.length === 0) return;
        this.#desk.retryMissed();
        this.#nextCard(null);
        return;
      case 'undo':
        this.#undo();
        return;
      case 'quit':
      case 'enter':
      case 'go':
      case 'escape':
        this.#ports.exit();
        return;
    }
  }

  #goOn(kind: 'go' | 'enter'): void {
    const { phase } = this.#desk.view().session;
    if (phase === 'question') this.#reveal();
    else if (kind === 'go') this.#rate(3);
  }

  #reveal(): void {
    this.#desk.reveal();
    const { layout } = this.#look();
    this.#update({ type: 'revealed', scroll: layout.kind === 'card' ? revealScroll(layout) : 0 });
  }

  #rate(rating: 1 | 2 | 3 | 4): void {
    if (this.#desk.view().session.phase !== 'answer') return;
    this.#desk.rate(rating);
    this.#nextCard(this.#desk.view().notice);
  }

  #undo(): void {
    const [undone, ...others] = this.#desk.undo();
    if (undone === undefined) {
      this.#say('There is nothing to undo.', 'info');
      return;
    }
    const what =
      undone.kind === 'review' ? `the rating ${RATING_NAMES[undone.rating]}` : undone.kind;
    const of = others.length === 0 ? '' : ` of ${others.length + 1} cards`;
    this.#nextCard(`Undone: ${what}${of}.`);
  }

  #edit(): void {
    const { record } = this.#desk.view();
    if (record === null) return;
    const { file, line } = record.card;
    if (file === null) {
      this.#say('This card came from standard input: there is no file to edit.', 'error');
      return;
    }
    this.#ports.edit(file, line);
    this.#desk.reload();
    this.#nextCard('Read again after the edit.');
  }

  #startTyping(): void {
    if (this.#desk.view().session.phase === 'question') this.#update({ type: 'typing', text: '' });
  }

  #type(input: string, key: Key): void {
    const outcome = typeKey(this.#state.typing ?? '', input, key);
    if (outcome.kind === 'typed') {
      this.#update({ type: 'typing', text: outcome.text });
      return;
    }
    if (outcome.kind === 'cancelled') {
      this.#update({ type: 'typing', text: null });
      return;
    }
    this.#update({ type: 'submitted', text: outcome.text });
    this.#reveal();
  }

  #scroll({ by, unit }: Extract<Command, { kind: 'scroll' }>): void {
    const { layout, state } = this.#look();
    const most = mostScroll(layout);
    const page = Math.max(1, layout.height - 2);
    const to =
      unit === 'end' ? (by < 0 ? 0 : most) : state.scroll + by * (unit === 'page' ? page : 1);
    this.#update({ type: 'scrolled', to, most });
  }

  #links(): Link[] {
    const { record } = this.#desk.view();
    return record === null ? [] : linksAround(record.card, this.#desk.module());
  }

  #openLinks(): void {
    const [first, ...others] = this.#links();
    if (first === undefined) {
      this.#say('There is no link on this card.', 'info');
      return;
    }
    if (others.length === 0) {
      this.#openLink(first);
      return;
    }
    this.#update({ type: 'opened', overlay: 'links' });
  }

  #openLink({ url }: Link): void {
    const opened = this.#ports.openLink(url);
    this.#update({ type: 'opened', overlay: 'none' });
    if (opened) this.#say(`Opening ${url}`, 'info');
    else this.#say(`Not opened, as it is no web or mail address: ${url}`, 'error');
  }

  #nextCard(message: string | null): void {
    this.#update({
      type: 'card-changed',
      message: message === null ? null : { text: message, tone: 'info' },
    });
  }

  #say(text: string, tone: 'info' | 'error'): void {
    this.#update({ type: 'said', message: { text, tone } });
  }

  #update(action: ScreenAction): void {
    this.#state = reduceScreen(this.#state, action);
  }
}

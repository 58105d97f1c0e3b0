import type { Key } from 'ink';
import type { CardRecord } from '../../app/cards/ports.js';
import type { AnswerParts } from '../../model/answer-parts.js';
import type { Card } from '../../model/card.js';
import { VivaError } from '../../model/error.js';
import type { Rating } from '../../model/rating.js';
import { editedText } from '../components/edit-text.js';
import type { Size } from '../terminal/run-screen.js';
import { askOpinion } from './ask-opinion.js';
import { commandOf, type KeyCommand } from './keys.js';
import { type Look, mostScroll, type Scrolled, shownScroll } from './layout.js';
import type { Link } from './link-lines.js';
import { LinkOpener } from './open-links.js';
import type { SecondOpinion } from './opinion.js';
import { CardPictures, type Pictured } from './pictures.js';
import type { CardScreenPorts } from './ports.js';
import { FRESH_SCREEN, reduceScreen, type ScreenAction, type ScreenState } from './screen-state.js';
import { tickAction } from './ticking.js';
import { typeKey, withPaste } from './typing.js';

/** Rows of the header above the text. */
const TEXT_TOP = 3;

export interface Snapshot<L> {
  readonly layout: L;
  readonly state: ScreenState;
  readonly size: Size;
}

/**
 * What the screens of review and interview have in common: keys are taken one
 * at a time, each on what the one before it left, and a snapshot to draw is
 * there after each.
 */
export abstract class ScreenController<L extends Scrolled & Pictured> {
  readonly #ports: CardScreenPorts;
  readonly #pictures: CardPictures;
  readonly #opener: LinkOpener;
  readonly #listeners = new Set<() => void>();
  #state: ScreenState = FRESH_SCREEN;
  /** Null until it is asked for. */
  #snapshot: Snapshot<L> | null = null;
  #closed = false;
  /** Ends what thinks about the answer typed last. */
  #endOpinion = () => {};

  constructor(ports: CardScreenPorts) {
    this.#ports = ports;
    this.#pictures = new CardPictures(ports, () => this.redraw());
    this.#opener = new LinkOpener(ports, {
      say: (text, tone) => this.say(text, tone),
      redraw: () => this.refresh(),
      openFile: (record) => this.openFile(record),
    });
  }

  /** Lays out what is to be seen. */
  protected abstract layout(state: ScreenState, size: Size): L;
  /** Does what a key asks for, but for scrolling and Ctrl-Z. */
  protected abstract run(command: KeyCommand): void;
  /** The card shown; null where there is none. */
  protected abstract record(): CardRecord | null;
  /** What can be opened of it. */
  protected abstract links(): readonly Link[];
  /** Opens a card's file in the editor. */
  protected abstract openFile(record: CardRecord): void;
  /** Shows the answer after one was typed. */
  protected abstract submit(typed: string): void;
  /** What the person typed for this card the last time; null for nothing. */
  protected abstract lastAnswer(): string | null;
  /** Is an answer shown whose end the space bar is to show before it does anything else? */
  protected abstract spaceScrolls(): boolean;
  /** Shows the answer, asks a follow-up, or rates Good by the space bar alone. */
  protected abstract goOn(kind: 'go' | 'enter'): void;
  protected abstract rate(rating: Rating): void;
  protected abstract undo(): void;
  protected abstract startTyping(): void;
  protected abstract startTicking(): void;
  /** Asks the next follow-up, or answers the one asked. */
  protected abstract stepOn(): void;
  /** Ends the questions: what comes of them is shown. */
  protected abstract quit(): void;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot<L> => {
    this.#snapshot ??= this.look();
    return this.#snapshot;
  };

  /**
   * Takes an input event: a special key, or the characters struck since the
   * last one. Those act one at a time, and once one starts typing, the rest is text.
   */
  input(input: string, key: Key): void {
    let rest = input;
    do {
      if (this.#state.typing !== null) {
        const text = rest;
        this.guard(() => this.#type(text, key));
        break;
      }
      const stroke = key.ctrl || key.meta ? rest : (rest.at(0) ?? '');
      rest = rest.slice(stroke.length);
      const command = commandOf(stroke, key);
      if (command !== null) this.guard(() => this.#act(command));
    } while (rest !== '');
    this.refresh();
  }

  /** Takes a paste: text where an answer is typed, nothing elsewhere. */
  paste(text: string): void {
    const { typing } = this.#state;
    if (typing === null) return;
    this.update({ type: 'typing', typing: withPaste(typing, text) });
    this.refresh();
  }

  /** Lays everything out again, as after a resize. */
  refresh(): void {
    if (this.#closed) return;
    this.#snapshot = this.look();
    for (const listener of this.#listeners) listener();
    const { layout, state } = this.snapshot();
    this.#pictures.show(layout, state.scroll, TEXT_TOP);
  }

  /** Lays everything out again, text that was drawn before too: there is more to draw it with. */
  redraw(): void {
    this.refresh();
  }

  /** After this nothing is laid out any more: the store behind the desk may be closed. */
  close(): void {
    this.#closed = true;
    this.#endOpinion();
    this.#pictures.close();
  }

  protected readonly room: Look['picture'] = (record, source, size) =>
    this.#pictures.room(record, source, size);

  protected get state(): ScreenState {
    return this.#state;
  }

  protected get isClosed(): boolean {
    return this.#closed;
  }

  protected look(): Snapshot<L> {
    const size = this.#ports.size();
    const layout = this.layout(this.#state, size);
    const scroll = Math.min(shownScroll(this.#state, layout), mostScroll(layout));
    return { layout, size, state: { ...this.#state, scroll } };
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
    if (action.type === 'card-changed') this.#endOpinion();
    this.#state = reduceScreen(this.#state, action);
  }

  /** Does what a key asks for that means the same of every question. Returns whether it is one. */
  protected runCommon(command: KeyCommand): boolean {
    switch (command.kind) {
      case 'go':
        if (this.#scrollsOn()) return true;
        this.goOn('go');
        return true;
      case 'enter':
        this.goOn('enter');
        return true;
      case 'rate':
        this.rate(command.rating);
        return true;
      case 'undo':
        this.undo();
        return true;
      case 'type':
        this.startTyping();
        return true;
      case 'points':
        this.startTicking();
        return true;
      case 'more':
        this.stepOn();
        return true;
      case 'links':
        this.#openLinks();
        return true;
      case 'help':
        this.update({ type: 'opened', overlay: 'help' });
        return true;
      case 'quit':
        this.quit();
        return true;
      default:
        return false;
    }
  }

  /** Takes away what lies over the card; a digit opens what it stands for in the list of links. */
  protected runOverlay(command: KeyCommand): void {
    const digit =
      command.kind === 'rate' ? command.rating : command.kind === 'digit' ? command.digit : 0;
    const record = this.record();
    const link = this.#state.overlay === 'links' ? this.links()[digit - 1] : undefined;
    this.update({ type: 'opened', overlay: 'none' });
    if (link !== undefined && record !== null) this.#opener.open(link, record);
  }

  #openLinks(): void {
    const record = this.record();
    if (record === null) return;
    const hasSeveral = this.#opener.openOnly(this.links(), record);
    if (hasSeveral) this.update({ type: 'opened', overlay: 'links' });
  }

  /** Takes a key while points are ticked. Returns whether it did. */
  protected tick(command: KeyCommand, parts: AnswerParts | null): boolean {
    if (!this.#state.isTicking) return false;
    const action = tickAction(command, parts?.points.length ?? 0);
    if (action === null) return false;
    if (action !== 'nothing') this.update(action);
    return true;
  }

  /** Has what was typed looked at; what comes of it is shown as long as the card is. */
  protected consult(
    opinion: SecondOpinion | undefined,
    card: Card,
    parts: AnswerParts | null,
    typed: string,
  ): void {
    this.#endOpinion();
    if (opinion === undefined || typed.trim() === '') return;
    this.#endOpinion = askOpinion(opinion, { card, parts, typed }, (action) => {
      this.update(action);
      this.refresh();
    });
  }

  /** Begins to type an answer, or goes on with what was left off. */
  protected type(): void {
    this.update({ type: 'typing', typing: editedText(this.#state.left ?? '') });
  }

  #act(command: KeyCommand): void {
    this.update({ type: 'said', message: null });
    if (command.kind === 'stop') this.#ports.stop();
    else if (command.kind === 'scroll') this.#scroll(command);
    else this.run(command);
  }

  #type(input: string, key: Key): void {
    const { typing } = this.#state;
    if (typing === null) return;
    const outcome = typeKey(typing, input, key, this.lastAnswer());
    if (outcome.kind === 'submitted') this.submit(outcome.text);
    else if (outcome.kind === 'stopped') this.update({ type: 'stopped-typing' });
    else this.update({ type: 'typing', typing: outcome.typing });
  }

  /** Scrolls to what was not seen of an answer. Returns whether there was any. */
  #scrollsOn(): boolean {
    const { layout, state } = this.look();
    if (!this.spaceScrolls() || state.scroll >= mostScroll(layout)) return false;
    this.#scroll({ kind: 'scroll', by: 1, unit: 'page' });
    return true;
  }

  #scroll({ by, unit }: Extract<KeyCommand, { kind: 'scroll' }>): void {
    const { layout, state } = this.look();
    const most = mostScroll(layout);
    const page = Math.max(1, layout.height - 2);
    const to =
      unit === 'end' ? (by < 0 ? 0 : most) : state.scroll + by * (unit === 'page' ? page : 1);
    this.update({ type: 'scrolled', to, most });
  }
}

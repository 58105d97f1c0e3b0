import type { Key } from 'ink';
import type { CardRecord } from '../../app/cards/ports.js';
import type { AnswerParts } from '../../model/answer-parts.js';
import type { Rating } from '../../model/rating.js';
import { editedText } from '../components/edit-text.js';
import { OpinionAsker } from './ask-opinion.js';
import { commandOf, type KeyCommand } from './keys.js';
import { maxScroll, type Scrolled } from './layout.js';
import type { Link } from './link-lines.js';
import { LinkOpener } from './open-links.js';
import type { Pictured } from './pictures.js';
import type { QuestionScreenPorts } from './ports.js';
import { QuestionScreen } from './question-screen.js';
import type { ScreenAction } from './screen-state.js';
import { tickAction } from './ticking.js';
import { typeKey, withPaste } from './typing.js';

/** A question as a screen has it. */
interface Shown {
  /** The card; null where there is none. */
  readonly record: CardRecord | null;
  /** The parts of its answer; null before that is shown, and where it has none. */
  readonly parts: AnswerParts | null;
}

/**
 * What keys do on the screens of review and interview alike: they are taken one
 * at a time, each on what the one before it left, and a frame is drawn after each.
 */
export abstract class ScreenController<L extends Scrolled & Pictured> extends QuestionScreen<L> {
  readonly #ports: QuestionScreenPorts;
  readonly #opener: LinkOpener;
  readonly #opinion: OpinionAsker;

  constructor(ports: QuestionScreenPorts) {
    super(ports);
    this.#ports = ports;
    this.#opener = new LinkOpener(ports, {
      say: (text, tone) => this.say(text, tone),
      redraw: () => this.refresh(),
      openFile: (record) => this.openFile(record),
    });
    this.#opinion = new OpinionAsker(ports.opinion, (action) => {
      this.update(action);
      this.refresh();
    });
  }

  /** Does what a key asks for, but for scrolling and Ctrl-Z. */
  protected abstract run(command: KeyCommand): void;
  /** Does what a key asks for of a question that means something on this screen alone. */
  protected abstract runOwn(command: KeyCommand): void;
  /** What is asked. */
  protected abstract shown(): Shown;
  /** What can be opened of it. */
  protected abstract links(): readonly Link[];
  /** Opens a card's file in the editor. */
  protected abstract openFile(record: CardRecord): void;
  /** Shows the answer after one was typed. */
  protected abstract submit(typed: string): void;
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

  /**
   * Takes an input event: a special key, or the characters struck since the
   * last one. Those act one at a time, and once one starts typing, the rest is text.
   */
  input(input: string, key: Key): void {
    let rest = input;
    do {
      if (this.state.typing !== null) {
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
    const { typing } = this.state;
    if (typing === null) return;
    this.update({ type: 'typing', typing: withPaste(typing, text) });
    this.refresh();
  }

  override close(): void {
    this.#opinion.end();
    super.close();
  }

  protected override update(action: ScreenAction): void {
    if (action.type === 'card-changed') this.#opinion.end();
    super.update(action);
  }

  /** Does what a key asks for of a question: of what lies over it, of its points, or of itself. */
  protected runQuestion(command: KeyCommand): void {
    if (this.state.overlay !== 'none') this.#runOverlay(command);
    else if (!this.#tick(command) && !this.#runCommon(command)) this.runOwn(command);
  }

  /** Keeps what was typed for the card shown. */
  protected keepAnswer(typed: string | null): void {
    const { record } = this.shown();
    if (typed === null || record === null) return;
    this.guard(() => this.#ports.keepAnswer(record.card.id, typed));
  }

  /** Has what was typed looked at; what comes of it is shown as long as the card is. */
  protected consult(typed: string): void {
    const { record, parts } = this.shown();
    if (record !== null) this.#opinion.ask({ card: record.card, parts, typed });
  }

  /** Begins to type an answer, or goes on with what was left off. */
  protected type(): void {
    this.update({ type: 'typing', typing: editedText(this.state.left ?? '') });
  }

  /** Takes a key that means the same of every question. Returns whether it is one. */
  #runCommon(command: KeyCommand): boolean {
    switch (command.kind) {
      case 'go':
        if (!this.#scrollsOn()) this.goOn('go');
        break;
      case 'enter':
        this.goOn('enter');
        break;
      case 'rate':
        this.rate(command.rating);
        break;
      case 'undo':
        this.undo();
        break;
      case 'type':
        this.startTyping();
        break;
      case 'points':
        this.startTicking();
        break;
      case 'more':
        this.stepOn();
        break;
      case 'links':
        this.#openLinks();
        break;
      case 'help':
        this.update({ type: 'opened', overlay: 'help' });
        break;
      case 'quit':
        this.quit();
        break;
      default:
        return false;
    }
    return true;
  }

  /** Takes away what lies over the card; a digit opens what it stands for in the list of links. */
  #runOverlay(command: KeyCommand): void {
    const digit =
      command.kind === 'rate' ? command.rating : command.kind === 'digit' ? command.digit : 0;
    const { record } = this.shown();
    const link = this.state.overlay === 'links' ? this.links()[digit - 1] : undefined;
    this.update({ type: 'opened', overlay: 'none' });
    if (link !== undefined && record !== null) this.#opener.open(link, record);
  }

  #openLinks(): void {
    const { record } = this.shown();
    if (record === null) return;
    const hasSeveral = this.#opener.openOnly(this.links(), record);
    if (hasSeveral) this.update({ type: 'opened', overlay: 'links' });
  }

  /** Takes a key while points are ticked. Returns whether it did. */
  #tick(command: KeyCommand): boolean {
    if (!this.state.isTicking) return false;
    const action = tickAction(command, this.shown().parts?.points.length ?? 0);
    if (action === null) return false;
    if (action !== 'nothing') this.update(action);
    return true;
  }

  #act(command: KeyCommand): void {
    this.update({ type: 'said', message: null });
    if (command.kind === 'stop') this.#ports.stop();
    else if (command.kind === 'scroll') this.scroll(command);
    else this.run(command);
  }

  #type(input: string, key: Key): void {
    const { typing } = this.state;
    if (typing === null) return;
    const { record } = this.shown();
    const last = record === null ? null : this.#ports.lastAnswer(record.card.id);
    const outcome = typeKey(typing, input, key, last);
    if (outcome.kind === 'submitted') this.submit(outcome.text);
    else if (outcome.kind === 'stopped') this.update({ type: 'stopped-typing' });
    else this.update({ type: 'typing', typing: outcome.typing });
  }

  /** Scrolls to what was not seen of an answer. Returns whether there was any. */
  #scrollsOn(): boolean {
    const { layout, state } = this.look();
    if (!this.spaceScrolls() || state.scroll >= maxScroll(layout)) return false;
    this.scroll({ kind: 'scroll', by: 1, unit: 'page' });
    return true;
  }
}

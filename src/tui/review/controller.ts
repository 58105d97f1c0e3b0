import type { CardRecord } from '../../app/cards/ports.js';
import type { Change } from '../../app/review/change.js';
import type { ReviewDesk } from '../../app/review/desk.js';
import type { DeskView } from '../../app/review/view.js';
import type { AnswerParts } from '../../model/answer-parts.js';
import type { Rating } from '../../model/rating.js';
import type { Paint } from '../../model/text/ansi.js';
import { endMoved } from '../../review/progress.js';
import type { Size } from '../terminal/run-screen.js';
import { cardFrame } from './card-frame.js';
import { CardWriting } from './card-writing.js';
import type { KeyCommand } from './keys.js';
import { type Layout, revealScroll } from './layout.js';
import { type Link, linksAround } from './link-lines.js';
import { makeLayout } from './make-layout.js';
import type { ControllerPorts } from './ports.js';
import { ScreenController } from './screen-controller.js';
import type { Message, ScreenState } from './screen-state.js';
import type { Snapshot } from './snapshots.js';
import { afterEnd } from './summary-keys.js';
import { textFrame } from './text-frame.js';
import { arePointsChanged } from './ticking.js';
import { undoneLine } from './undone.js';

const TAKEN_OUT = { suspend: 'Suspended', bury: 'Put off until tomorrow' } as const;

/** Runs the review screen. */
export class ReviewController extends ScreenController<Layout> {
  readonly #desk: ReviewDesk;
  readonly #ports: ControllerPorts;
  readonly #writing: CardWriting;

  constructor(desk: ReviewDesk, ports: ControllerPorts) {
    super(ports);
    this.#desk = desk;
    this.#ports = ports;
    this.#writing = new CardWriting(desk, ports.editor, ports.lend);
    const { opening = null, greeting = [] } = ports;
    if (greeting.length > 0) this.update({ type: 'opened', overlay: 'greeting' });
    if (opening !== null) this.say(opening);
  }

  /** Makes ready for a rating while the person reads. */
  prepare(): void {
    if (!this.isClosed) this.guard(() => this.#desk.prepare());
  }

  protected layout(state: ScreenState, size: Size): Layout {
    const { now, sourceOf } = this.#ports;
    const settings = this.#ports.settings();
    const picture = settings.pictures ? this.room : undefined;
    const look = { ...this.#ports.look, picture };
    const greeting = this.#ports.greeting ?? [];
    const links = () => this.links();
    const input = { greeting, desk: this.#desk, state, size, settings, look, now };
    return makeLayout({ ...input, links, sourceOf });
  }

  protected draw({ layout, ...shown }: Snapshot<Layout>, paint: Paint): string[] {
    if (layout.kind === 'text') return textFrame({ layout, ...shown }, paint);
    return cardFrame({ layout, ...shown }, paint);
  }

  protected submit(typed: string): void {
    this.update({ type: 'submitted', text: typed });
    const change = this.#desk.catchUp();
    if (change?.moved) {
      this.#nextCard(change.notice);
      return;
    }
    this.#reveal();
    this.consult(typed);
    if (change !== null) this.say(change.notice);
  }

  /** Says under the summary what has fallen due, while nobody strikes a key. */
  watch(): void {
    if (this.isClosed || this.#desk.view().session.phase !== 'finished') return;
    this.guard(() => this.#tell(this.#desk.catchUp()));
    this.refresh();
  }

  // A key is meant for what was seen: where the card has made way, it is not taken for the next.
  protected run(command: KeyCommand): void {
    const { session, parts } = this.#desk.view();
    const change = this.#desk.catchUp();
    if (change?.moved && command.kind !== 'quit') {
      this.#tell(change);
      return;
    }
    if (change !== null && this.#ticksAreVoid(parts)) {
      this.update({ type: 'points-changed' });
      this.#tell(change);
      return;
    }
    this.#run(command);
    const notice = change?.notice ?? endMoved(session, this.#desk.view().session);
    if (notice !== null && this.state.message === null) this.say(notice);
  }

  /** A digit that was meant for a point that is gone must not rate. */
  #ticksAreVoid(before: AnswerParts | null): boolean {
    const { ticks, isTicking } = this.state;
    if (ticks === null && !isTicking) return false;
    return arePointsChanged(before, this.#desk.view().parts);
  }

  #tell(change: Change | null): void {
    if (change?.moved) this.#nextCard(change.notice);
    else if (change !== null) this.say(change.notice);
  }

  #run(command: KeyCommand): void {
    if (this.#desk.view().session.phase === 'finished') this.#runFinished(command);
    else this.runQuestion(command);
  }

  protected runOwn(command: KeyCommand): void {
    switch (command.kind) {
      case 'suspend':
      case 'bury':
        this.#takeOut(command.kind);
        return;
      case 'flag':
        this.#desk.toggleFlag();
        return;
      case 'edit':
        this.#afterWriting(this.#writing.edit());
        return;
      case 'more-new':
        this.#afterWriting(this.#writing.write());
        return;
      case 'module':
        this.update({ type: 'opened', overlay: 'module' });
        return;
      case 'escape':
        if (this.state.followUp > 0) this.update({ type: 'stepped', to: 0 });
        return;
    }
  }

  #takeOut(verb: keyof typeof TAKEN_OUT): void {
    this.#desk[verb]();
    this.#nextCard(this.#desk.view().notice ?? `${TAKEN_OUT[verb]}. Press u to undo.`);
  }

  /** Asks the next follow-up, answers the one asked, or goes back to the answer after the last. */
  protected stepOn(): void {
    const { session, parts } = this.#desk.view();
    if (session.phase !== 'answer') return;
    const { length } = parts?.followUps ?? [];
    const { followUp } = this.state;
    if (length === 0) this.say('This answer has no follow-ups.');
    else this.update({ type: 'stepped', to: followUp < 2 * length ? followUp + 1 : 0 });
  }

  protected startTicking(): void {
    const { session, parts } = this.#desk.view();
    if (session.phase !== 'answer') return;
    if (parts === null || parts.points.length === 0) this.say('This answer has no points to tick.');
    else this.update({ type: 'ticking', on: true });
  }

  #runFinished(command: KeyCommand): void {
    switch (afterEnd(command, this.#desk)) {
      case 'next-card':
        this.#nextCard(null);
        return;
      case 'undo':
        this.undo();
        return;
      case 'exit':
        this.#ports.exit();
        return;
    }
  }

  protected quit(): void {
    this.#desk.quit();
    this.#nextCard(null);
  }

  protected spaceScrolls(): boolean {
    return this.#ports.settings().spaceScrolls && this.#desk.view().session.phase === 'answer';
  }

  protected goOn(kind: 'go' | 'enter'): void {
    const { phase } = this.#desk.view().session;
    if (phase === 'question') this.#reveal();
    else if (this.state.followUp > 0) this.stepOn();
    else if (kind === 'go') this.rate(3);
  }

  #reveal(): void {
    const { typed, left } = this.state;
    this.#desk.reveal();
    this.keepAnswer(typed ?? left);
    const { layout } = this.look();
    this.update({ type: 'revealed', scroll: layout.kind === 'card' ? revealScroll(layout) : 0 });
  }

  protected rate(rating: Rating): void {
    if (this.#desk.view().session.phase !== 'answer') return;
    this.#desk.rate(rating, this.state.ticks);
    this.#nextCard(this.#desk.view().notice);
  }

  protected undo(): void {
    const written = this.#writing.undo();
    if (written !== null) {
      this.#nextCard(written);
      return;
    }
    const undone = this.#desk.undo();
    if (undone.length === 0) this.say(undoneLine(undone));
    else this.#nextCard(undoneLine(undone));
  }

  protected startTyping(): void {
    if (this.#desk.view().session.phase === 'question') this.type();
  }

  protected shown(): DeskView {
    return this.#desk.view();
  }

  protected links(): Link[] {
    const { record } = this.shown();
    if (record === null) return [];
    return linksAround(record.card, this.#desk.module(), this.#ports.sourceOf(record));
  }

  protected openFile(record: CardRecord): void {
    this.#afterWriting(this.#writing.openSource(record));
  }

  /** Shows the card that is next now, as if it were another, with what the editor says. */
  #afterWriting(message: Message | null): void {
    if (message !== null) this.update({ type: 'card-changed', message });
  }

  #nextCard(message: string | null): void {
    this.update({
      type: 'card-changed',
      message: message === null ? null : { text: message, tone: 'info' },
    });
  }
}

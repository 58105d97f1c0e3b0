import type { CardRecord } from '../../app/cards/ports.js';
import type { Change } from '../../app/review/change.js';
import type { ReviewDesk } from '../../app/review/desk.js';
import type { PictureFile } from '../../model/picture.js';
import { RATING_NAMES, type Rating } from '../../model/rating.js';
import type { Settings } from '../../model/settings.js';
import { endMoved } from '../../review/progress.js';
import type { Size, TerminalPorts } from '../terminal/run-screen.js';
import type { KeyCommand } from './keys.js';
import { type Layout, type Look, revealScroll } from './layout.js';
import { type Link, linkName, linksAround, notOpened } from './link-lines.js';
import { makeLayout } from './make-layout.js';
import type { SecondOpinion } from './opinion.js';
import { CardPictures } from './pictures.js';
import { ScreenController } from './screen-controller.js';
import type { Message, ScreenState } from './screen-state.js';
import { afterEnd } from './summary-keys.js';

/** What the person typed for cards before. */
export interface AnswerHistory {
  /** Null where nothing is kept. */
  lastAnswer(card: string): string | null;
  keepAnswer(card: string, text: string): void;
}

/** What the review screen needs of the world. */
export interface ControllerPorts extends TerminalPorts, AnswerHistory {
  /** Those in force now. */
  settings(): Settings;
  readonly look: Look;
  /** What to say beside the first card; nothing where it is null or left out. */
  readonly opening?: string | null;
  now(): number;
  /** Has the person change a card in the editor, waits, and returns what to say of it. */
  edit(record: CardRecord): Message;
  /** Has the person write a card for the module of a title. */
  write(module: string | null): Message;
  /** Takes back what was written last, where nothing was done since; returns what it was, or null. */
  undoWriting(): string | null;
  /** What thinks about typed answers beside the person; left out where nothing does. */
  readonly opinion?: SecondOpinion;
  /** Opens an address; resolves to what came of it. */
  openLink(url: string): Promise<Opened>;
  /** Opens a picture that a card names by a path; the same. */
  openPicture(record: CardRecord, source: string): Promise<Opened>;
  /** Opens a diagram of Mermaid, drawn; the same. */
  openDiagram(code: string): Promise<Opened>;
  /** Returns the picture that a card names by a path; null where there is none for it. */
  findPicture(record: CardRecord, source: string): PictureFile | null;
}

type Opened = 'opened' | 'refused' | 'failed';

/** Rows of the header above the text. */
const TEXT_TOP = 3;

/** Runs the review screen. */
export class ReviewController extends ScreenController<Layout> {
  readonly #desk: ReviewDesk;
  readonly #ports: ControllerPorts;
  readonly #pictures: CardPictures;

  constructor(desk: ReviewDesk, ports: ControllerPorts) {
    super(ports);
    this.#desk = desk;
    this.#ports = ports;
    this.#pictures = new CardPictures(ports, () => this.refresh());
    const { opening = null } = ports;
    if (opening !== null) this.say(opening);
  }

  /** Makes ready for keys, behind the first frame. */
  prepare(): void {
    if (!this.isClosed) this.guard(() => this.#desk.prepare());
  }

  protected layout(state: ScreenState, size: Size): Layout {
    const { now } = this.#ports;
    const settings = this.#ports.settings();
    const picture = settings.pictures ? this.#room : undefined;
    const look = { ...this.#ports.look, picture };
    return makeLayout({ desk: this.#desk, state, size, settings, look, now });
  }

  readonly #room: Look['picture'] = (record, source, size) => {
    const key = `${record.card.file}\n${source}`;
    return this.#pictures.room(key, () => this.#ports.findPicture(record, source), size);
  };

  override refresh(): void {
    super.refresh();
    if (this.isClosed) return;
    const { layout, state } = this.snapshot();
    this.#pictures.show(layout.kind === 'card' ? layout : null, state.scroll, TEXT_TOP);
  }

  override close(): void {
    super.close();
    this.#pictures.close();
  }

  protected lastAnswer(): string | null {
    const { record } = this.#desk.view();
    return record === null ? null : this.#ports.lastAnswer(record.card.id);
  }

  protected submit(typed: string): void {
    this.update({ type: 'submitted', text: typed });
    const change = this.#desk.catchUp();
    if (change?.moved) {
      this.#nextCard(change.notice);
      return;
    }
    this.#reveal();
    const { record, parts } = this.#desk.view();
    if (record !== null) this.consult(this.#ports.opinion, record.card, parts, typed);
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
    const { session } = this.#desk.view();
    const change = this.#desk.catchUp();
    if (change?.moved && command.kind !== 'quit') {
      this.#tell(change);
      return;
    }
    this.#run(command);
    const news = change?.notice ?? endMoved(session, this.#desk.view().session);
    if (news !== null && this.state.message === null) this.say(news);
  }

  #tell(change: Change | null): void {
    if (change?.moved) this.#nextCard(change.notice);
    else if (change !== null) this.say(change.notice);
  }

  #run(command: KeyCommand): void {
    if (this.#desk.view().session.phase === 'finished') this.#runFinished(command);
    else if (this.state.overlay !== 'none') this.#runOverlay(command);
    else if (this.tick(command, this.#desk.view().parts)) return;
    else this.#runCard(command);
  }

  #runCard(command: KeyCommand): void {
    if (this.runCommon(command)) return;
    switch (command.kind) {
      case 'suspend':
        this.#desk.suspend();
        this.#nextCard(this.#desk.view().notice ?? 'Suspended. Press u to take that back.');
        return;
      case 'bury':
        this.#desk.bury();
        this.#nextCard(
          this.#desk.view().notice ?? 'Put off till tomorrow. Press u to take that back.',
        );
        return;
      case 'flag':
        this.#desk.toggleFlag();
        return;
      case 'edit':
        this.#edit();
        return;
      case 'more-new':
        this.#write();
        return;
      case 'module':
        this.update({ type: 'opened', overlay: 'module' });
        return;
      case 'links':
        this.#openLinks();
        return;
      case 'escape':
        if (this.state.followUp > 0) this.update({ type: 'stepped', to: 0 });
        return;
    }
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

  #runOverlay(command: KeyCommand): void {
    if (this.state.overlay === 'links') {
      const digit =
        command.kind === 'rate' ? command.rating : command.kind === 'digit' ? command.digit : 0;
      const link = this.#links()[digit - 1];
      if (link !== undefined) {
        this.#openLink(link);
        return;
      }
    }
    this.update({ type: 'opened', overlay: 'none' });
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
    const { record } = this.#desk.view();
    const text = typed ?? left;
    this.#desk.reveal();
    if (text !== null && record !== null)
      this.guard(() => this.#ports.keepAnswer(record.card.id, text));
    const { layout } = this.look();
    this.update({ type: 'revealed', scroll: layout.kind === 'card' ? revealScroll(layout) : 0 });
  }

  protected rate(rating: Rating): void {
    if (this.#desk.view().session.phase !== 'answer') return;
    this.#desk.rate(rating, this.state.ticks);
    this.#nextCard(this.#desk.view().notice);
  }

  protected undo(): void {
    const written = this.#ports.undoWriting();
    if (written !== null) {
      this.#desk.reload();
      this.#nextCard(`Undone: ${written}.`);
      return;
    }
    const [undone, ...others] = this.#desk.undo();
    if (undone === undefined) {
      this.say('There is nothing to undo.');
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
    this.#lend(() => this.#ports.edit(record));
  }

  #write(): void {
    const { record } = this.#desk.view();
    this.#lend(() => this.#ports.write(record?.card.module.title ?? null));
  }

  /** Lends the terminal to the editor; what it did may be of the card shown. */
  #lend(work: () => Message): void {
    let said: Message | null = null;
    try {
      this.#ports.lend(() => {
        said = work();
      });
    } finally {
      const stays = this.#desk.reload();
      this.#nextCard(
        stays
          ? null
          : 'The card is no longer in its file. Its history is kept, should it come back.',
      );
    }
    if (said !== null) this.update({ type: 'said', message: said });
  }

  protected startTyping(): void {
    if (this.#desk.view().session.phase === 'question') this.type();
  }

  #links(): Link[] {
    const { record } = this.#desk.view();
    return record === null ? [] : linksAround(record.card, this.#desk.module());
  }

  #openLinks(): void {
    const [first, ...others] = this.#links();
    if (first === undefined) {
      this.say('There is no link, picture or diagram on this card.');
      return;
    }
    if (others.length === 0) {
      this.#openLink(first);
      return;
    }
    this.update({ type: 'opened', overlay: 'links' });
  }

  #openLink(link: Link): void {
    this.update({ type: 'opened', overlay: 'none' });
    this.say(`Opening ${linkName(link)}`);
    void this.#open(link).then((opened) => {
      if (opened === 'opened') return;
      this.say(notOpened(link, opened), 'error');
      this.refresh();
    });
  }

  #open(link: Link): Promise<Opened> {
    const { record } = this.#desk.view();
    if (link.kind === 'address') return this.#ports.openLink(link.url);
    if (link.kind === 'diagram') return this.#ports.openDiagram(link.code);
    return record === null
      ? Promise.resolve('refused')
      : this.#ports.openPicture(record, link.source);
  }

  #nextCard(message: string | null): void {
    this.update({
      type: 'card-changed',
      message: message === null ? null : { text: message, tone: 'info' },
    });
  }
}

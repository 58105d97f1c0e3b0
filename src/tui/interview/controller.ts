import type { InterviewDesk, InterviewView } from '../../app/interview/interview.js';
import type { Rating } from '../../model/rating.js';
import type { Paint } from '../../model/text/ansi.js';
import { tickedPlaces } from '../../review/points.js';
import type { RenderOptions } from '../markdown/render.js';
import type { KeyCommand } from '../review/keys.js';
import { type PicturedBody, revealScroll } from '../review/layout.js';
import { type Link, linksAround } from '../review/link-lines.js';
import type { QuestionScreenPorts } from '../review/ports.js';
import { ScreenController } from '../review/screen-controller.js';
import type { Message, ScreenState } from '../review/screen-state.js';
import type { Snapshot } from '../review/snapshots.js';
import { textFrame } from '../review/text-frame.js';
import { arePointsChanged } from '../review/ticking.js';
import type { Size } from '../terminal/run-screen.js';
import { clocksOf } from './clock.js';
import { interviewFrame } from './frame.js';
import {
  type InterviewLayout,
  interviewBody,
  interviewLayout,
  type QuestionLayout,
} from './layout.js';

/** What the interview's screen needs of the world. */
export interface InterviewScreenPorts extends QuestionScreenPorts {
  readonly hideStars: boolean;
  /** Is an answer shown as it stands, and not its short form and points first? */
  readonly wholeAnswers: boolean;
  /** Are pictures drawn where the terminal can? */
  readonly pictures: boolean;
  /** Does the space bar show the end of an answer before it does anything else? */
  readonly spaceScrolls: boolean;
  /** ms since 1970. */
  now(): number;
  /** Has the person write a card for the module of a title in the editor; returns what to say of it. */
  write(module: string | null): Message;
}

/** Runs the interview's screen: takes keys and ticks. */
export class InterviewController extends ScreenController<InterviewLayout> {
  readonly #desk: InterviewDesk;
  readonly #ports: InterviewScreenPorts;
  #drawn: { readonly of: readonly unknown[]; readonly body: PicturedBody } | null = null;

  constructor(desk: InterviewDesk, ports: InterviewScreenPorts) {
    super(ports);
    this.#desk = desk;
    this.#ports = ports;
    this.update({ type: 'said', message: this.#notice() });
  }

  override redraw(): void {
    this.#drawn = null;
    this.refresh();
  }

  /** Time until a clock shows something else, ms; null while they stand. */
  changesInMs(): number | null {
    return clocksOf(this.#desk.view().interview, this.#ports.now()).changesInMs;
  }

  protected layout(state: ScreenState, size: Size): InterviewLayout {
    const { now, look, hideStars } = this.#ports;
    return interviewLayout({
      spaceScrolls: this.#ports.spaceScrolls,
      desk: this.#desk,
      state,
      size,
      look,
      hideStars,
      now: now(),
      bodyOf: (view, at, options, rows) => this.#bodyOf(view, at, options, rows),
      links: () => this.links(),
    });
  }

  protected draw({ layout, ...shown }: Snapshot<InterviewLayout>, paint: Paint): string[] {
    if (layout.kind === 'text') return textFrame({ layout, ...shown }, paint);
    return interviewFrame({ layout, ...shown }, paint);
  }

  protected submit(typed: string): void {
    this.#reveal(typed);
    this.consult(typed);
  }

  protected run(command: KeyCommand): void {
    if (this.#desk.view().record === null) this.#runReport(command);
    else this.runQuestion(command);
  }

  #runReport({ kind }: KeyCommand): void {
    if (kind === 'undo') this.undo();
    else if (kind === 'quit' || kind === 'go' || kind === 'enter' || kind === 'escape') {
      this.#ports.exit();
    }
  }

  protected runOwn(command: KeyCommand): void {
    if (command.kind === 'more-new') this.#write();
    else if (command.kind === 'suspend') {
      this.#desk.skip();
      this.#changed();
    }
  }

  protected shown(): InterviewView {
    return this.#desk.view();
  }

  /** While a question is asked, nothing of its answer, nor where that stands. */
  protected links(): Link[] {
    const { record } = this.shown();
    if (record === null) return [];
    const { question } = record.card;
    if (this.#isAsking()) return linksAround({ question, answer: '' }, null, null);
    const source = this.#ports.sourceOf(record);
    return linksAround(record.card, null, source?.kind === 'address' ? source : null);
  }

  /** No card without an answer is asked, and only such a card offers its file. */
  protected openFile(): void {}

  protected quit(): void {
    this.#desk.quit();
    this.#changed();
  }

  protected startTyping(): void {
    if (this.#isAsking()) this.type();
  }

  /** The clock goes on: a card that comes to mind is written in a moment. */
  #write(): void {
    const title = this.#desk.view().record?.card.module.title ?? null;
    const message = this.#ports.lend(() => this.#ports.write(title));
    this.update({ type: 'said', message });
  }

  #isAsking(): boolean {
    return this.#desk.view().interview.phase === 'question';
  }

  protected spaceScrolls(): boolean {
    return this.#ports.spaceScrolls && !this.#isAsking();
  }

  protected goOn(kind: 'go' | 'enter'): void {
    if (this.#isAsking()) this.#reveal(this.state.left);
    else if (this.#desk.view().interview.phase === 'follow-up' || this.#desk.hasFollowUp()) {
      this.stepOn();
    } else if (kind === 'go') this.rate(3);
  }

  /** Asks a follow-up, or shows its answer. */
  protected stepOn(): void {
    if (this.#isAsking()) return;
    const { parts } = this.#desk.view();
    this.#desk.stepOn();
    this.update({ type: 'stepped', to: 0 });
    if (arePointsChanged(parts, this.#desk.view().parts)) this.update({ type: 'points-changed' });
  }

  protected startTicking(): void {
    const { interview, parts } = this.#desk.view();
    if (interview.phase === 'answer' && parts !== null && parts.points.length > 0) {
      this.update({ type: 'ticking', on: true });
    }
  }

  #reveal(typed: string | null): void {
    this.keepAnswer(typed);
    this.#desk.reveal(typed);
    this.update({ type: 'revealed', scroll: 0 });
    const { layout } = this.look();
    if (layout.kind === 'question') {
      this.update({ type: 'revealed', scroll: revealScroll(layout) });
    }
    this.startTicking();
  }

  protected rate(rating: Rating): void {
    if (this.#desk.view().interview.phase !== 'answer') return;
    this.#desk.rate(rating, this.state.ticks);
    this.#changed();
  }

  protected undo(): void {
    const { verdicts } = this.#desk.view().interview;
    if (!this.#desk.undo()) {
      this.say('There is nothing to undo.');
      return;
    }
    this.#changed();
    const { interview, parts } = this.#desk.view();
    const ticked = verdicts[interview.verdicts.length]?.points;
    if (ticked && parts !== null) {
      this.update({ type: 'ticks-back', ticks: tickedPlaces(parts.points, ticked) });
    }
  }

  /** Another question, or the report. */
  #changed(): void {
    this.update({ type: 'card-changed', message: this.#notice() });
  }

  #notice(): ScreenState['message'] {
    const { notice } = this.#desk.view();
    return notice === null ? null : { text: notice, tone: 'info' };
  }

  // Markdown is drawn when it changes, not every second.
  #bodyOf(
    view: QuestionLayout['view'],
    state: ScreenState,
    options: RenderOptions,
    rows: number,
  ): PicturedBody {
    const { interview, record } = view;
    const { typing, isTicking, ticks, named, missing, judged } = state;
    const { phase, step, typed } = interview;
    const of = [
      record.card.id,
      phase,
      step,
      typed,
      typing,
      isTicking,
      ticks,
      named,
      missing,
      judged,
      options.width,
      rows,
    ];
    if (this.#drawn?.of.every((value, at) => value === of[at])) return this.#drawn.body;
    const { pictures, wholeAnswers } = this.#ports;
    const picture = (source: string, columns: number) =>
      pictures ? (this.room?.(record, source, { columns, rows }) ?? null) : null;
    const body = interviewBody(view, state, wholeAnswers, { ...options, picture });
    this.#drawn = { of, body };
    return body;
  }
}

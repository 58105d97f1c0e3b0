import type { Key } from 'ink';
import type { InterviewDesk } from '../../app/interview/interview.js';
import { VivaError } from '../../model/error.js';
import type { Rating } from '../../model/rating.js';
import type { RenderOptions } from '../markdown/render.js';
import type { Body } from '../review/body.js';
import { type Command, commandOf } from '../review/keys.js';
import { type Look, revealScroll, type Size } from '../review/layout.js';
import {
  FRESH_SCREEN,
  reduceScreen,
  type ScreenAction,
  type ScreenState,
} from '../review/screen-state.js';
import { typeKey } from '../review/typing.js';
import { clocksOf } from './clock.js';
import {
  type InterviewLayout,
  interviewBody,
  interviewLayout,
  mostInterviewScroll,
  type QuestionLayout,
} from './layout.js';

/** What the interview's screen needs of the world. */
export interface InterviewScreenPorts {
  readonly hideStars: boolean;
  readonly look: Look;
  size(): Size;
  /** ms since 1970. */
  now(): number;
  /** Puts the program aside (Ctrl-Z). */
  stop(): void;
  exit(): void;
}

export interface InterviewSnapshot {
  readonly layout: InterviewLayout;
  readonly state: ScreenState;
  readonly size: Size;
}

/** Runs the interview's screen: takes keys and ticks, and gives a snapshot to draw after each. */
export class InterviewController {
  readonly #desk: InterviewDesk;
  readonly #ports: InterviewScreenPorts;
  readonly #listeners = new Set<() => void>();
  #state: ScreenState = FRESH_SCREEN;
  #drawn: { readonly of: readonly unknown[]; readonly body: Body } | null = null;
  #snapshot: InterviewSnapshot;
  #closed = false;

  constructor(desk: InterviewDesk, ports: InterviewScreenPorts) {
    this.#desk = desk;
    this.#ports = ports;
    this.#state = reduceScreen(this.#state, { type: 'said', message: this.#notice() });
    this.#snapshot = this.#look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): InterviewSnapshot => this.#snapshot;

  /**
   * Takes an input event: a special key, or the characters struck since the
   * last one. Those act one at a time, and once one starts typing, the rest is text.
   */
  input(input: string, key: Key): void {
    let rest = input;
    do {
      if (this.#state.typing !== null) {
        this.#guard(() => this.#type(rest, key));
        break;
      }
      const stroke = key.ctrl || key.meta ? rest : (rest.at(0) ?? '');
      rest = rest.slice(stroke.length);
      const command = commandOf(stroke, key);
      if (command !== null) this.#guard(() => this.#run(command));
    } while (rest !== '');
    this.tick();
  }

  /** Draws everything again, as after a resize. */
  refresh(): void {
    this.#drawn = null;
    this.tick();
  }

  /** Looks at the clock again. */
  tick(): void {
    if (this.#closed) return;
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }

  /** Time until a clock shows something else, ms; null while they stand. */
  changesInMs(): number | null {
    return clocksOf(this.#desk.view().interview, this.#ports.now()).changesInMs;
  }

  /** After this nothing is laid out any more: the store behind the desk may be closed. */
  close(): void {
    this.#closed = true;
  }

  #look(): InterviewSnapshot {
    const { size: sizeNow, now, look, hideStars } = this.#ports;
    const size = sizeNow();
    const layout = interviewLayout({
      desk: this.#desk,
      state: this.#state,
      size,
      look,
      hideStars,
      now: now(),
      bodyOf: (view, state, options) => this.#bodyOf(view, state, options),
    });
    const scroll = Math.min(this.#state.scroll, mostInterviewScroll(layout));
    return { layout, size, state: { ...this.#state, scroll } };
  }

  // Markdown is drawn when it changes, not every second.
  #bodyOf(view: QuestionLayout['view'], state: ScreenState, options: RenderOptions): Body {
    const { interview, record } = view;
    const of = [record.card.id, interview.phase, interview.typed, state.typing, options.width];
    if (this.#drawn?.of.every((value, at) => value === of[at])) return this.#drawn.body;
    const body = interviewBody(view, state, options);
    this.#drawn = { of, body };
    return body;
  }

  // A failed action (a full disk) is said, and the question stays where it is.
  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      const message = { text: `${error.message} ${error.hint}`, tone: 'error' } as const;
      this.#update({ type: 'said', message });
    }
  }

  #run(command: Command): void {
    this.#update({ type: 'said', message: null });
    if (command.kind === 'stop') this.#ports.stop();
    else if (command.kind === 'scroll') this.#scroll(command);
    else if (this.#desk.view().record === null) this.#runReport(command);
    else if (this.#state.overlay !== 'none') this.#update({ type: 'opened', overlay: 'none' });
    else this.#runQuestion(command);
  }

  #runReport({ kind }: Command): void {
    if (kind === 'undo') this.#undo();
    else if (kind === 'quit' || kind === 'go' || kind === 'enter' || kind === 'escape') {
      this.#ports.exit();
    }
  }

  #runQuestion(command: Command): void {
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
      case 'more-new':
        this.#desk.skip();
        this.#changed();
        return;
      case 'type':
        if (this.#isAsking()) this.#update({ type: 'typing', text: '' });
        return;
      case 'help':
        this.#update({ type: 'opened', overlay: 'help' });
        return;
      case 'quit':
        this.#desk.quit();
        this.#changed();
        return;
    }
  }

  #isAsking(): boolean {
    return this.#desk.view().interview.phase === 'question';
  }

  #goOn(kind: 'go' | 'enter'): void {
    if (this.#isAsking()) this.#reveal(null);
    else if (kind === 'go') this.#rate(3);
  }

  #reveal(typed: string | null): void {
    this.#desk.reveal(typed);
    this.#update({ type: 'revealed', scroll: 0 });
    const { layout } = this.#look();
    if (layout.kind === 'question') {
      this.#update({ type: 'revealed', scroll: revealScroll(layout) });
    }
  }

  #rate(rating: Rating): void {
    if (this.#isAsking()) return;
    this.#desk.rate(rating);
    this.#changed();
  }

  #undo(): void {
    if (this.#desk.undo()) this.#changed();
    else
      this.#update({ type: 'said', message: { text: 'There is nothing to undo.', tone: 'info' } });
  }

  #type(input: string, key: Key): void {
    const outcome = typeKey(this.#state.typing ?? '', input, key);
    if (outcome.kind === 'submitted') this.#reveal(outcome.text);
    else {
      const text = outcome.kind === 'typed' ? outcome.text : null;
      this.#update({ type: 'typing', text });
    }
  }

  #scroll({ by, unit }: Extract<Command, { kind: 'scroll' }>): void {
    const { layout, state } = this.#look();
    const most = mostInterviewScroll(layout);
    const page = Math.max(1, layout.height - 2);
    const to =
      unit === 'end' ? (by < 0 ? 0 : most) : state.scroll + by * (unit === 'page' ? page : 1);
    this.#update({ type: 'scrolled', to, most });
  }

  /** Another question, or the report. */
  #changed(): void {
    this.#update({ type: 'card-changed', message: this.#notice() });
  }

  #notice(): ScreenState['message'] {
    const { notice } = this.#desk.view();
    return notice === null ? null : { text: notice, tone: 'info' };
  }

  #update(action: ScreenAction): void {
    this.#state = reduceScreen(this.#state, action);
  }
}

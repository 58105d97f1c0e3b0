import type { CardId } from '../../model/ids.js';
import { MINUTE_MS } from '../../model/moment.js';
import { reduceSession, startSession } from '../../review/session.js';
import type { Action, Session } from '../../review/session-state.js';
import { type Change, type SeenCard, whatChanged, whyGone } from './change.js';
import { DeskQueue } from './desk-queue.js';
import type { Appended } from './ports.js';
import type { ReviewPorts, ReviewRequest } from './request.js';
import { type DeskView, viewOf } from './view.js';

/**
 * The session at a desk, kept in step with the store: what others write beneath
 * it, and another day or other settings, lead to another queue.
 */
export class DeskSession {
  readonly queue: DeskQueue;
  readonly #ports: ReviewPorts;
  #session: Session;
  #view: DeskView;
  /** The card shown as it was when it came up. */
  #seen: SeenCard | null = null;

  /** Draws the first card; `missed` crams just these cards. */
  constructor(request: ReviewRequest, ports: ReviewPorts, missed: readonly CardId[]) {
    this.#ports = ports;
    this.queue = new DeskQueue(request, ports);
    this.#session = this.#start(missed, []);
    this.#view = this.#look();
  }

  get view(): DeskView {
    return this.#view;
  }

  get seen(): SeenCard | null {
    return this.#seen;
  }

  /** Looks at the card again, of which only what does not matter to the schedule has changed. */
  refresh(notice: string | null = null): void {
    this.#view = { ...this.#look(), notice };
  }

  act(action: Action): void {
    this.#session = reduceSession(this.#session, action);
    if (action.type !== 'reveal') this.#seen = null;
    const drew = action.type === 'rated' || action.type === 'taken-out';
    // What another viva has reviewed since the queue was read is not drawn again.
    const { phase, options } = this.#session;
    const mayDrawAgain = drew && phase !== 'finished' && !options.cram;
    if (mayDrawAgain && this.queue.change() !== null) this.#drawAgain();
    this.#view = this.#look();
  }

  /** Draws and reads the card that a rating would lead to, and leaves all as it is. */
  foresee({ event, before, after }: Appended, now: number): void {
    if (event.kind !== 'review') return;
    const planned = this.queue.plans?.planned();
    const shown = reduceSession(this.#session, { type: 'reveal' });
    const next = reduceSession(shown, { type: 'rated', event, before, after, planned, now });
    viewOf(next, this.queue.plans, this.#ports.moment(), this.#ports);
  }

  /** Reads the queue again; the card shown stays, or makes way for the next. */
  reload(stays: boolean): void {
    const moment = this.#ports.moment();
    this.act({ type: 'reloaded', queue: this.queue.read(moment), stays, now: moment.now });
  }

  /** Reads the queue again and draws from it. */
  drawAgain(): void {
    this.#drawAgain();
    this.#view = this.#look();
  }

  /** Begins again with what the queue is asked for now; `missed` crams just these cards. */
  restart(missed: readonly CardId[]): void {
    this.#session = this.#start(missed, this.#session.reviews);
    this.#seen = null;
    this.#view = this.#look();
  }

  /** Goes on with what is so now; see `ReviewDesk.catchUp`. */
  catchUp(): Change | null {
    const { now } = this.#ports.moment();
    const { nextLearningAt } = this.#session;
    const isStepDue = nextLearningAt !== null && nextLearningAt <= now;
    const notice = this.queue.change();
    if ((notice === null && !isStepDue) || this.#waitsForRating()) return null;
    let change: Change | null = null;
    if (this.#session.phase === 'finished') this.#refill();
    else change = this.readAgain();
    this.#view = this.#look();
    return change ?? (notice ? { moved: false, notice } : null);
  }

  /** Reads the queue again beneath the card shown, which makes way where it cannot be rated any more. */
  readAgain(): Change | null {
    const seen = this.#seen;
    const now = seen && this.#ports.store.get(seen.card.id, this.#ports.moment());
    const why = seen && whyGone(seen, now, this.#session.options.cram);
    if (seen === null || why !== null) {
      this.#drawAgain();
      return why === null ? null : { moved: true, notice: why };
    }
    this.reload(true);
    const notice = whatChanged(seen, now);
    return notice === null ? null : { moved: false, notice };
  }

  #start(missed: readonly CardId[], reviews: Session['reviews']): Session {
    const moment = this.#ports.moment();
    const { limit, minutes, cram } = this.queue.request;
    const options = {
      limit,
      endsAt: minutes === null ? null : moment.now + minutes * MINUTE_MS,
      cram,
      learnAheadMs: this.#ports.settings.learnAhead * MINUTE_MS,
    };
    return startSession(this.queue.begin(moment, missed), options, moment.now, reviews);
  }

  /** Is a question shown whose card is there, though changed: told when it is rated? */
  #waitsForRating(): boolean {
    if (this.#session.phase !== 'question' || this.#seen === null) return false;
    const now = this.#ports.store.get(this.#seen.card.id, this.#ports.moment());
    if (now === null || now.card.retired) return false;
    return whyGone(this.#seen, now, this.#session.options.cram) !== null;
  }

  /** Reads the queue again beneath the summary: what has fallen due may be gone on with. */
  #refill(): void {
    const moment = this.#ports.moment();
    const queue = this.queue.read(moment);
    if (this.#session.options.cram) return;
    this.#session = reduceSession(this.#session, { type: 'refilled', queue, now: moment.now });
  }

  #drawAgain(): void {
    const moment = this.#ports.moment();
    const queue = this.queue.read(moment);
    const reloaded = { type: 'reloaded', queue, stays: false, now: moment.now } as const;
    this.#session = reduceSession(this.#session, reloaded);
    this.#seen = null;
  }

  #look(): DeskView {
    const view = viewOf(this.#session, this.queue.plans, this.#ports.moment(), this.#ports);
    this.#seen ??= view.record;
    return view;
  }
}

import type { JournalEvent } from '../../model/event.js';
import type { CardId } from '../../model/ids.js';
import type { DeckModule } from '../../model/module.js';
import { MINUTE_MS, type Moment } from '../../model/moment.js';
import type { Rating } from '../../model/rating.js';
import { pointsOfRating } from '../../review/points.js';
import { reduceSession, startSession } from '../../review/session.js';
import type { Action, Session } from '../../review/session-state.js';
import { summarize } from '../../review/summary.js';
import type { Backlog } from '../../schedule/backlog.js';
import { nextDay } from '../../schedule/study-day.js';
import { type Change, isAboutOthers, type SeenCard, whatChanged, whyGone } from './change.js';
import { DeskQueue } from './desk-queue.js';
import type { Appended, EventDraft } from './ports.js';
import { ratingDraft } from './rating.js';
import type { ReviewPorts, ReviewRequest } from './request.js';
import { type DeskSummary, summarizeReview } from './summary.js';
import { type DeskView, viewOf } from './view.js';

/**
 * A review in progress: each method does what the person asked, with the
 * rating on disk before the next card is drawn, and `view` returns the result.
 */
export class ReviewDesk {
  readonly #ports: ReviewPorts;
  readonly #queue: DeskQueue;
  #session: Session;
  #view: DeskView;
  /** The card shown as it was when it came up. */
  #seen: SeenCard | null = null;

  /** Draws the first card; `missed` crams just these cards. */
  constructor(request: ReviewRequest, ports: ReviewPorts, missed: readonly CardId[] = []) {
    this.#ports = ports;
    this.#queue = new DeskQueue(request, ports);
    this.#session = this.#start(missed, []);
    this.#view = this.#look();
  }

  view(): DeskView {
    return this.#view;
  }

  /** Makes ready for the first rating, while the person reads the first question. */
  prepare(): void {
    const { record } = this.#view;
    if (record === null) return;
    // Its code is compiled, its pages are read and its statements are made here.
    const moment = this.#ports.moment();
    const { cram } = this.#session.options;
    const given = { record, rating: 3, durationMs: 0, cram } as const;
    const { draft, config } = ratingDraft(given, moment, this.#ports);
    this.#ports.store.rehearse(draft, moment, config);
  }

  reveal(): void {
    this.#act({ type: 'reveal' });
  }

  /**
   * Rates the card shown. The journal has the rating when this returns, except
   * where another viva was quicker: the view's notice says so then. `ticks` are
   * the places of the points that the person ticked, from 0; null where they ticked none off.
   */
  rate(rating: Rating, ticks: readonly number[] | null = null): void {
    const { record, session, parts } = this.#view;
    if (record === null || session.phase !== 'answer') return;
    const moment = this.#ports.moment();
    const { draft, config } = ratingDraft(
      {
        record,
        rating,
        durationMs: Math.max(0, moment.now - session.shownAt),
        points: pointsOfRating(parts?.points ?? [], ticks, rating),
        seen: this.#seen,
        cram: session.options.cram,
      },
      moment,
      this.#ports,
    );
    const appended = this.#append(draft, moment, config);
    if (appended === null || appended.event.kind !== 'review') return;
    const { event, before, after } = appended;
    const queue = this.#queue;
    queue.plans = queue.plans?.reviewed(event.card, event.durationMs, after.dueAt !== null);
    const planned = queue.plans?.planned();
    this.#act({ type: 'rated', event, before, after, planned, now: moment.now });
    const { pools, phase } = this.#session;
    const isOver = pools.learning.some(({ id }) => queue.plans?.holdsBack(id));
    if (isOver && phase !== 'finished') {
      this.#drawAgain();
      this.#view = this.#look();
    }
  }

  /** Undoes the newest command or key, of this session or before. Returns its events; none where there is none. */
  undo(): readonly JournalEvent[] {
    const moment = this.#ports.moment();
    const undone = this.#ports.store.undoLast(moment);
    const [first, ...others] = undone;
    if (first === undefined) return [];
    const card = this.#ports.store.candidate(first.card);
    if (card === null || first.kind === 'flag' || others.length > 0) this.#reload(true);
    else {
      const queue = this.#queue.read(moment);
      this.#act({ type: 'undone', card, event: first.id, queue, now: moment.now });
    }
    return undone;
  }

  suspend(): void {
    this.#takeOut((card) => ({ kind: 'suspend', card }));
  }

  /** Puts the card off till tomorrow. */
  bury(): void {
    const { today } = this.#ports.moment();
    this.#takeOut((card) => ({ kind: 'bury', card, until: nextDay(today) }));
  }

  /** Sets the person's flag on the card, or takes it away. */
  toggleFlag(): void {
    const { record } = this.#view;
    if (record === null) return;
    const value = record.memory.flag > 0 ? 0 : 1;
    const draft = { kind: 'flag', card: record.card.id, value } as const;
    if (this.#append(draft, this.#ports.moment()) !== null) this.#view = this.#look();
  }

  /**
   * Looks at the store again after an edit; a card that is gone makes way for
   * the next. Returns whether the card stayed.
   */
  reload(): boolean {
    const { record } = this.#view;
    const again = record && this.#ports.store.get(record.card.id, this.#ports.moment());
    const stays = again !== null && !again.card.retired && !again.memory.suspended;
    this.#reload(stays);
    return stays;
  }

  /**
   * Looks whether the study day, the settings, or what other programs wrote has
   * changed beneath the screen, and goes on with what is so now: the queue is
   * read again, and a card that can no longer be rated makes way for the next.
   * Of a question, only where the card is gone: its answer can be read all the
   * same. Returns what happened, or null where nothing did.
   */
  catchUp(): Change | null {
    const { now } = this.#ports.moment();
    const { nextLearningAt } = this.#session;
    const isStepDue = nextLearningAt !== null && nextLearningAt <= now;
    const notice = this.#queue.change();
    if ((notice === null && !isStepDue) || this.#waitsForRating()) return null;
    let change: Change | null = null;
    if (this.#session.phase === 'finished') this.#refill();
    else change = this.#readAgain();
    this.#view = this.#look();
    return change ?? (notice ? { moved: false, notice } : null);
  }

  /** Goes on after the end with what has fallen due since. */
  resume(): void {
    this.#act({ type: 'resumed', now: this.#ports.moment().now });
  }

  quit(): void {
    this.#act({ type: 'quit' });
  }

  /** Goes on after the end with this many new cards beyond the day's limit. */
  addNew(count: number): void {
    this.#queue.ask({ fresh: count, limit: null, minutes: null, cram: false });
    this.#restart([]);
  }

  /** Goes on after the end with more of a plan than its minutes; false where no plan has more. */
  morePlan(): boolean {
    const { moreOfPlan } = this.summary();
    if (moreOfPlan === null) return false;
    this.#queue.ask({ fresh: null, limit: null, minutes: null, cram: false, more: moreOfPlan });
    this.#restart([]);
    return true;
  }

  /** Goes on after the end with a cram of the cards missed. */
  retryMissed(): void {
    const { missed } = summarize(this.#session);
    this.#queue.ask({ cram: true, limit: null, minutes: null });
    this.#restart(missed);
  }

  /** The module around the card shown: its insights, code and links. */
  module(): DeckModule | null {
    const { record } = this.#view;
    return record === null ? null : this.#ports.store.moduleOf(record.card.id);
  }

  /** The backlog as the queue was last read; null without one. */
  backlog(): Backlog | null {
    return this.#queue.backlog;
  }

  summary(): DeskSummary {
    return summarizeReview(this.#session, this.#queue.request, this.#ports, this.#queue.plans);
  }

  #start(missed: readonly CardId[], reviews: Session['reviews']): Session {
    const moment = this.#ports.moment();
    const { limit, minutes, cram } = this.#queue.request;
    const options = {
      limit,
      endsAt: minutes === null ? null : moment.now + minutes * MINUTE_MS,
      cram,
      learnAheadMs: this.#ports.settings.learnAhead * MINUTE_MS,
    };
    return startSession(this.#queue.begin(moment, missed), options, moment.now, reviews);
  }

  #restart(missed: readonly CardId[]): void {
    this.#session = this.#start(missed, this.#session.reviews);
    this.#seen = null;
    this.#view = this.#look();
  }

  #takeOut(draft: (card: CardId) => EventDraft): void {
    const { record } = this.#view;
    if (record === null) return;
    const moment = this.#ports.moment();
    if (this.#append(draft(record.card.id), moment) === null) return;
    const queue = this.#queue;
    queue.plans = queue.plans?.without(record.card.id);
    const planned = queue.plans?.planned();
    this.#act({ type: 'taken-out', planned, now: moment.now });
  }

  #reload(stays: boolean): void {
    const moment = this.#ports.moment();
    this.#act({ type: 'reloaded', queue: this.#queue.read(moment), stays, now: moment.now });
  }

  /** Null where the card was changed elsewhere, so that the screen has gone on without it. */
  #append(draft: EventDraft, moment: Moment, config = this.#ports.config): Appended | null {
    try {
      return this.#ports.store.append(draft, moment, config);
    } catch (error) {
      const change = isAboutOthers(error) ? this.#readAgain() : null;
      if (change === null) throw error;
      this.#view = { ...this.#look(), notice: change.notice };
      return null;
    }
  }

  #act(action: Action): void {
    this.#session = reduceSession(this.#session, action);
    if (action.type !== 'reveal') this.#seen = null;
    const drew = action.type === 'rated' || action.type === 'taken-out';
    // What another viva has reviewed since the queue was read is not drawn again.
    const { phase, options } = this.#session;
    if (drew && phase !== 'finished' && !options.cram) this.#catchUpWithOthers();
    this.#view = this.#look();
  }

  #catchUpWithOthers(): void {
    if (this.#queue.change() !== null) this.#drawAgain();
  }

  /** Reads the queue again beneath the card shown, which makes way where it cannot be rated any more. */
  #readAgain(): Change | null {
    const seen = this.#seen;
    const now = seen && this.#ports.store.get(seen.card.id, this.#ports.moment());
    const why = seen && whyGone(seen, now, this.#session.options.cram);
    if (seen === null || why !== null) {
      this.#drawAgain();
      return why === null ? null : { moved: true, notice: why };
    }
    this.#reload(true);
    const notice = whatChanged(seen, now);
    return notice === null ? null : { moved: false, notice };
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
    const queue = this.#queue.read(moment);
    if (this.#session.options.cram) return;
    this.#session = reduceSession(this.#session, { type: 'refilled', queue, now: moment.now });
  }

  /** Reads the queue again and draws from it. */
  #drawAgain(): void {
    const moment = this.#ports.moment();
    const queue = this.#queue.read(moment);
    const reloaded = { type: 'reloaded', queue, stays: false, now: moment.now } as const;
    this.#session = reduceSession(this.#session, reloaded);
    this.#seen = null;
  }

  #look(): DeskView {
    const view = viewOf(this.#session, this.#queue.plans, this.#ports.moment(), this.#ports);
    this.#seen ??= view.record;
    return view;
  }
}

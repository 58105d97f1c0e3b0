import type { JournalEvent } from '../../model/event.js';
import type { CardId } from '../../model/ids.js';
import type { DeckModule } from '../../model/module.js';
import type { Moment } from '../../model/moment.js';
import type { Rating } from '../../model/rating.js';
import { pointsOfRating } from '../../review/points.js';
import { summarize } from '../../review/summary.js';
import type { Backlog } from '../../schedule/backlog.js';
import { nextDay } from '../../schedule/study-day.js';
import { type Change, isAboutOthers } from './change.js';
import { DeskSession } from './desk-session.js';
import type { Appended, EventDraft } from './ports.js';
import { prospectOf } from './prospect.js';
import { ratingDraft } from './rating.js';
import type { ReviewPorts, ReviewRequest } from './request.js';
import { type DeskSummary, summarizeReview } from './summary.js';
import type { DeskView } from './view.js';

/**
 * A review in progress: each method does what the person asked, with the
 * rating on disk before the next card is drawn, and `view` returns the result.
 */
export class ReviewDesk {
  readonly #ports: ReviewPorts;
  readonly #session: DeskSession;

  /** Draws the first card; `missed` crams just these cards. */
  constructor(request: ReviewRequest, ports: ReviewPorts, missed: readonly CardId[] = []) {
    this.#ports = ports;
    this.#session = new DeskSession(request, ports, missed);
  }

  view(): DeskView {
    return this.#session.view;
  }

  /** Makes ready for the first rating, while the person reads. */
  prepare(): void {
    const { record, session } = this.view();
    if (record === null) return;
    // Its code is compiled, its pages are read and its statements are made here.
    const moment = this.#ports.moment();
    const { cram } = session.options;
    const given = { record, rating: 3, durationMs: 0, cram, seen: this.#session.seen } as const;
    const prospect = prospectOf(record, moment, this.#ports);
    const draft = ratingDraft(given, prospect);
    const appended = this.#ports.store.rehearse(draft, moment, prospect.config);
    if (appended !== null) this.#session.foresee(appended, moment.now);
  }

  reveal(): void {
    this.#session.act({ type: 'reveal' });
  }

  /**
   * Rates the card shown. The journal has the rating when this returns, except
   * where another viva was quicker: the view's notice says so then. `ticks` are
   * the places of the points that the person ticked, from 0; null where they ticked none off. What it
   * leads to is what the answer's view says: call `catchUp` first, so that this is what is so now.
   */
  rate(rating: Rating, ticks: readonly number[] | null = null): void {
    const { record, session, parts, prospect } = this.view();
    if (record === null || prospect === null) return;
    const moment = this.#ports.moment();
    const draft = ratingDraft(
      {
        record,
        rating,
        durationMs: Math.max(0, moment.now - session.shownAt),
        points: pointsOfRating(parts?.points ?? [], ticks, rating),
        seen: this.#session.seen,
        cram: session.options.cram,
      },
      prospect,
    );
    const appended = this.#append(draft, moment, prospect.config);
    if (appended !== null) this.#goOn(appended, moment);
  }

  /** Draws the next card once a review is in the journal. */
  #goOn({ event, before, after }: Appended, { now }: Moment): void {
    if (event.kind !== 'review') return;
    const { queue } = this.#session;
    queue.plans = queue.plans?.reviewed(event.card, event.durationMs, after.dueAt !== null);
    const planned = queue.plans?.planned();
    this.#session.act({ type: 'rated', event, before, after, planned, now });
    const { pools, phase } = this.view().session;
    const isOver = pools.learning.some(({ id }) => queue.plans?.holdsBack(id));
    if (isOver && phase !== 'finished') this.#session.drawAgain();
  }

  /** Undoes the newest command or key, of this session or before. Returns its events; none where there is none. */
  undo(): readonly JournalEvent[] {
    const moment = this.#ports.moment();
    const undone = this.#ports.store.undoLast(moment);
    const [first, ...others] = undone;
    if (first === undefined) return [];
    const card = this.#ports.store.candidate(first.card);
    if (card === null || first.kind === 'flag' || others.length > 0) this.#session.reload(true);
    else {
      const queue = this.#session.queue.read(moment);
      this.#session.act({ type: 'undone', card, event: first.id, queue, now: moment.now });
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
    const { record } = this.view();
    if (record === null) return;
    const value = record.memory.flag > 0 ? 0 : 1;
    const draft = { kind: 'flag', card: record.card.id, value } as const;
    if (this.#append(draft, this.#ports.moment()) !== null) this.#session.refresh();
  }

  /**
   * Looks at the store again after an edit; a card that is gone makes way for
   * the next. Returns whether the card stayed.
   */
  reload(): boolean {
    const { record } = this.view();
    const again = record && this.#ports.store.get(record.card.id, this.#ports.moment());
    const stays = again !== null && !again.card.retired && !again.memory.suspended;
    this.#session.reload(stays);
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
    return this.#session.catchUp();
  }

  /** Goes on after the end with what has fallen due since. */
  resume(): void {
    this.#session.act({ type: 'resumed', now: this.#ports.moment().now });
  }

  quit(): void {
    this.#session.act({ type: 'quit' });
  }

  /** Goes on after the end with this many new cards beyond the day's limit. */
  addNew(count: number): void {
    this.#session.queue.ask({ fresh: count, limit: null, minutes: null, cram: false });
    this.#session.restart([]);
  }

  /** Goes on after the end with more of a plan than its minutes; false where no plan has more. */
  morePlan(): boolean {
    const { moreOfPlan: more } = this.summary();
    if (more === null) return false;
    this.#session.queue.ask({ fresh: null, limit: null, minutes: null, cram: false, more });
    this.#session.restart([]);
    return true;
  }

  /** Goes on after the end with a cram of the cards missed. */
  retryMissed(): void {
    const { missed } = summarize(this.view().session);
    this.#session.queue.ask({ cram: true, limit: null, minutes: null });
    this.#session.restart(missed);
  }

  /** The module around the card shown: its insights, code and links. */
  module(): DeckModule | null {
    const { record } = this.view();
    return record === null ? null : this.#ports.store.moduleOf(record.card.id);
  }

  /** The backlog as the queue was last read; null without one. */
  backlog(): Backlog | null {
    return this.#session.queue.backlog;
  }

  summary(): DeskSummary {
    const { queue, view } = this.#session;
    return summarizeReview(view.session, queue.request, this.#ports, queue.plans);
  }

  #takeOut(draft: (card: CardId) => EventDraft): void {
    const { record } = this.view();
    if (record === null) return;
    const moment = this.#ports.moment();
    if (this.#append(draft(record.card.id), moment) === null) return;
    const { queue } = this.#session;
    queue.plans = queue.plans?.without(record.card.id);
    const planned = queue.plans?.planned();
    this.#session.act({ type: 'taken-out', planned, now: moment.now });
  }

  /** Null where the card was changed elsewhere, so that the screen has gone on without it. */
  #append(draft: EventDraft, moment: Moment, config = this.#ports.config): Appended | null {
    try {
      return this.#ports.store.append(draft, moment, config);
    } catch (error) {
      const change = isAboutOthers(error) ? this.#session.readAgain() : null;
      if (change === null) throw error;
      this.#session.refresh(change.notice);
      return null;
    }
  }
}

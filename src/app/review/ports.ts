import type { JournalEvent, PastDetails, ReviewKind, TickedPoints } from '../../model/event.js';
import type { CardId, ConfigId, EventId, StudyDay } from '../../model/ids.js';
import type { Memory } from '../../model/memory.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { Candidate, DayCounts, Pools, QueueOrder } from '../../model/queue.js';
import type { Rating } from '../../model/rating.js';
import type { SchedulerConfig } from '../../model/settings.js';
import type { Rescheduled } from '../../schedule/fold.js';

/** Something the person did, before the journal gives it an id. */
export type EventDraft =
  | {
      readonly kind: 'review';
      readonly card: CardId;
      readonly rating: Rating;
      readonly durationMs: number;
      readonly reviewKind: ReviewKind;
      /** See `ReviewEvent.intervalDays`. */
      readonly intervalDays?: number;
      readonly aroundBreak?: true;
      readonly points?: TickedPoints;
      /**
       * The memory the person decided on. Where the card has another one by now, the review is
       * refused with VivaError 'card-changed'; left out, it counts in any case.
       */
      readonly expected?: Memory;
    }
  | { readonly kind: 'suspend' | 'resume' | 'forget'; readonly card: CardId }
  | { readonly kind: 'bury'; readonly card: CardId; readonly until: StudyDay }
  | { readonly kind: 'flag'; readonly card: CardId; readonly value: number };

/** Something that happened elsewhere, in another program. */
export type PastEvent = {
  readonly card: CardId;
  /** ms since 1970. */
  readonly at: number;
  readonly day: StudyDay;
} & (PastDetails | { readonly kind: 'bury'; readonly until: StudyDay });

export interface Appended {
  readonly event: JournalEvent;
  readonly before: Memory;
  readonly after: Memory;
}

/** The journal of what the person did and its projection. */
export interface Journal {
  /**
   * Appends an event and takes it back, so that the first append is as quick as the next; the first
   * time what is left, which is nothing, is committed. Where that cannot be done at once nothing happens.
   * Returns what it took back; null for nothing.
   */
  rehearse(draft: EventDraft, moment: Moment, config: SchedulerConfig): Appended | null;
  /** Appends in one transaction with the card's new memory; on disk when it returns, but for `flushAside`. */
  append(draft: EventDraft, moment: Moment, config: SchedulerConfig): Appended;
  /** Appends several in one transaction: all of them or none. */
  appendAll(drafts: readonly EventDraft[], moment: Moment, config: SchedulerConfig): Appended[];
  /**
   * Adds events of another program, called `device`, in one transaction, and
   * folds their cards anew. One of a kind at a time of a card is taken once, however often it is given. Returns the number of those that were not there yet.
   */
  appendPast(events: readonly PastEvent[], device: string, config: SchedulerConfig): number;
  /**
   * Takes back the newest command or key of this device of which something still
   * counts (a rating, a suspension of many cards …). Returns what no longer counts;
   * nothing where there is none.
   */
  undoLast(moment: Moment): readonly JournalEvent[];
  /** When the newest event was that `undoLast` would take back, ms since 1970; null for none. */
  newestAt(): number | null;
  /** The memory of a card by what it was done to up to a time, ms since 1970. */
  memoryAt(card: CardId, at: number): Memory;
  /** Every event of a card in the order of the fold, with `undone` marked. */
  history(card: CardId): { readonly event: JournalEvent; readonly undone: boolean }[];
  configs(): ReadonlyMap<ConfigId, SchedulerConfig>;
  /** Which reviews count under other weights than those they were made under; null: none. */
  rescheduled(): Rescheduled | null;
  /** Every event, oldest first. */
  all(): IterableIterator<{ readonly event: JournalEvent; readonly undone: boolean }>;
  has(id: EventId): boolean;
}

export interface QueueRequest {
  readonly query: Query;
  readonly moment: Moment;
  readonly order: QueueOrder;
  /** How many reviews and new cards may still be drawn. */
  readonly reviewLimit: number;
  readonly freshLimit: number;
}

/** What is waiting. */
export interface Waiting {
  pools(request: QueueRequest): Pools;
  /** The card as the drawing rules see it; null where there is none. */
  candidate(id: CardId): Candidate | null;
  /** Counts of today, ignoring limits and queries: limits are for the whole day. */
  dayCounts(day: StudyDay): DayCounts;
  /** Store key of the module of the newest review that is not undone; null before the first. */
  lastModule(): number | null;
  /** Cards waiting now under the query: new ones, learning ones, reviews due. */
  waiting(query: Query, moment: Moment): { fresh: number; learning: number; review: number };
  /** Number of reviews that were due before today. */
  overdue(moment: Moment): number;
  /** Reviews a day that all cards in review ask for in the long run: the sum of 1 / interval. */
  usualLoad(): number;
  /** Number of cards in review due on each day from the first to the last, whatever the query. */
  dueCounts(first: StudyDay, last: StudyDay, moment: Moment): number[];
  /** Number of cards that fall due on each of the coming days, today first (overdue in today). */
  forecast(query: Query, moment: Moment, days: number): { day: StudyDay; due: number }[];
  /** Waiting cards under the query by company, difficulty and part: a card of two companies counts for both. */
  waitingBy(
    query: Query,
    moment: Moment,
  ): Record<
    'company' | 'stars' | 'part',
    { name: string; fresh: number; learning: number; review: number }[]
  >;
  /** Study days with at least one review that is not undone, newest first. */
  reviewDays(limit: number): StudyDay[];
}

import type { CardId, ConfigId, EventId, StudyDay } from './ids.js';
import type { Rating } from './rating.js';

/** The devices of what was done in Anki: to notes of its own, and to those that viva exported. */
export const ANKI = 'anki';
export const PHONE = 'phone';

export const REVIEW_KINDS = ['learn', 'review', 'relearn', 'cram'] as const;
/** What a review was for; `cram` changes no schedule. */
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/**
 * The points of an answer that the person ticked: those that they named, by number from 0 among the
 * points of each kind as the answer was then, rising; and how many of the kind there were.
 */
export interface TickedPoints {
  readonly good: number[];
  readonly goodOf: number;
  readonly extra: number[];
  readonly extraOf: number;
  /** Said though they sink an answer. */
  readonly wrong: number[];
  readonly wrongOf: number;
}

interface EventBase {
  readonly id: EventId;
  readonly card: CardId;
  /** When it happened, ms since 1970. */
  readonly at: number;
  /** The study day it counts for, fixed when it happened so that travel cannot move it. */
  readonly day: StudyDay;
  readonly device: string;
  /**
   * Hybrid logical time (Kulkarni et al. 2014), ms since 1970: just behind the newest event that
   * was known of the card, where that one lay ahead of this machine's clock. Left out where not.
   */
  readonly clock?: number;
}

export interface ReviewEvent extends EventBase {
  readonly kind: 'review';
  readonly rating: Rating;
  /** Time from the question's appearance to the rating, ms. */
  readonly durationMs: number;
  readonly reviewKind: ReviewKind;
  readonly config: ConfigId;
  /**
   * Days to the next review where they were chosen with a view to other cards (load balancing,
   * easy days, breaks) and differ from what memory and configuration alone give.
   */
  readonly intervalDays?: number;
  /** Were these days chosen beyond the usual range, because a break takes up all of it? */
  readonly aroundBreak?: true;
  /** Left out where the person ticked none off. */
  readonly points?: TickedPoints;
}

interface UndoEvent extends EventBase {
  readonly kind: 'undo';
  readonly target: EventId;
}

interface BuryEvent extends EventBase {
  readonly kind: 'bury';
  readonly until: StudyDay;
}

interface FlagEvent extends EventBase {
  readonly kind: 'flag';
  /** 0 takes the flag away, 1..7 sets it. */
  readonly value: number;
}

interface PlainEvent extends EventBase {
  readonly kind: 'suspend' | 'resume' | 'forget';
}

/** One thing the person did. Events are appended, never changed or deleted. */
export type JournalEvent = ReviewEvent | UndoEvent | BuryEvent | FlagEvent | PlainEvent;

/** Puts events in the order in which the fold reads them: by hybrid time, then id. */
export function compareEvents(a: JournalEvent, b: JournalEvent): number {
  const [one, other] = [a.clock ?? a.at, b.clock ?? b.at];
  if (one !== other) return one - other;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** What another program knows of something that the person did there. */
export type PastDetails =
  | {
      readonly kind: 'review';
      readonly rating: Rating;
      readonly durationMs: number;
      readonly reviewKind: ReviewKind;
    }
  | { readonly kind: 'suspend' | 'resume' | 'forget' }
  | { readonly kind: 'flag'; readonly value: number };

import type { StudyDay } from './ids.js';

export const CARD_STATES = ['new', 'learning', 'review', 'relearning'] as const;
export type CardState = (typeof CARD_STATES)[number];

/**
 * What the journal says of one card now. It is a projection: a fold over the
 * card's events, never edited by hand.
 */
export interface Memory {
  readonly state: CardState;
  /** Number of the learning or relearning step the card stands on, from 0. */
  readonly step: number;
  /** Days until retrievability falls to 90 %; null for a new card. */
  readonly stability: number | null;
  /** FSRS difficulty, 1..10; null for a new card. */
  readonly difficulty: number | null;
  /** Last scheduled review, ms since 1970; null for a new card. */
  readonly lastAt: number | null;
  readonly lastDay: StudyDay | null;
  /** When a card on a step of less than a day is due, ms since 1970; else null. */
  readonly dueAt: number | null;
  /** Study day on which a card in review (or a step of a day or more) is due; null when new. */
  readonly dueDay: StudyDay | null;
  /** Days between last review and due day; 0 within steps of less than a day. */
  readonly intervalDays: number;
  readonly reps: number;
  readonly lapses: number;
  /**
   * Lapses to be expected by the card's own predictions: the sum of 1 - retrievability over its
   * reviews in review state.
   */
  readonly expectedLapses: number;
  /** Study day of the first scheduled review. */
  readonly introducedDay: StudyDay | null;
  readonly suspended: boolean;
  /** The card stays out of the queue before this study day. */
  readonly buriedUntil: StudyDay | null;
  /** The person's flag, 0 (none) to 7. */
  readonly flag: number;
  /** At its last lapse the card had lapsed too often, or far more often than predicted; see schedule/leech.ts. */
  readonly leech: boolean;
}

/** The memory of a card nobody has reviewed yet. */
export const NEW_MEMORY: Memory = {
  state: 'new',
  step: 0,
  stability: null,
  difficulty: null,
  lastAt: null,
  lastDay: null,
  dueAt: null,
  dueDay: null,
  intervalDays: 0,
  reps: 0,
  lapses: 0,
  expectedLapses: 0,
  introducedDay: null,
  suspended: false,
  buriedUntil: null,
  flag: 0,
  leech: false,
};

/** A day of a preparation, as it was. */
export interface PlayedDay {
  /** Days since the first session. */
  readonly day: number;
  readonly seconds: number;
  /** Looks that began when the day's minutes were used up. */
  readonly late: number;
  /** Mean recall at the interview if this session was the last, 0..1. */
  readonly stopped: number;
  /** What the header said at the session's beginning, 0..1; null for ways that say nothing. */
  readonly said: number | null;
}

/** A forecast, as `viva plan show` gave it. */
export interface Foretold {
  readonly when: 'first' | 'half' | 'last';
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** What a preparation came to. */
export interface Played {
  /** True mean recall at the interview, 0..1; a card never seen counts 0. */
  readonly recall: number;
  readonly days: readonly PlayedDay[];
  readonly foretold: readonly Foretold[];
}

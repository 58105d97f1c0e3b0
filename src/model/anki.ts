/*
 * Anki's collection as its packages hold it, as far as viva reads and writes it.
 * Names follow Anki's schema 11 (ankitects/anki, rslib/src/storage/schema11.sql).
 */

/** A way of making cards out of notes. */
export interface AnkiNoteType {
  readonly id: number;
  readonly name: string;
  /** Its cards are the gaps of one text. */
  readonly cloze: boolean;
  readonly css: string;
  /** Names of the fields, in their order. */
  readonly fields: readonly string[];
  readonly templates: readonly AnkiTemplate[];
}

interface AnkiTemplate {
  readonly name: string;
  /** HTML of the question with `{{Field}}`s. */
  readonly question: string;
  readonly answer: string;
}

export interface AnkiDeck {
  readonly id: number;
  /** Names of its ancestors and its own, joined by `::`. */
  readonly name: string;
  /** HTML. */
  readonly description: string;
}

export interface AnkiNote {
  readonly id: number;
  /** By which an import knows the note again. */
  readonly guid: string;
  readonly noteType: number;
  /** Last change of its text or tags, s since 1970. */
  readonly changedAt: number;
  readonly tags: readonly string[];
  /** HTML of each field. */
  readonly fields: readonly string[];
}

export interface AnkiCard {
  readonly id: number;
  readonly note: number;
  readonly deck: number;
  /** Number of its template; of a cloze, the number of its gap less one. */
  readonly ordinal: number;
  /** Last change, s since 1970. */
  readonly changedAt: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly type: number;
  /** As `type` (3: learning across days), or -1 suspended, -2 and -3 buried. */
  readonly queue: number;
  /** New: position; learning: s since 1970, or a day; review: days since `createdAt`. */
  readonly due: number;
  /** Days. */
  readonly interval: number;
  /** Thousandths; 0 for a new card. */
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  /** Learning steps left, and a thousand times those left today. */
  readonly left: number;
  /** 0 (none) to 7. */
  readonly flag: number;
  /** JSON: FSRS stability `s`, difficulty `d`, desired retention `dr`, `decay`. */
  readonly data: string;
}

/** A row of Anki's review log. */
export interface AnkiReview {
  /** When it happened, ms since 1970; unique. */
  readonly id: number;
  readonly card: number;
  /** 1 Again … 4 Easy; 0 where the person set the schedule by hand. */
  readonly ease: number;
  /** Days, or where negative seconds. */
  readonly interval: number;
  readonly lastInterval: number;
  /** FSRS: 100 + 1000 × (difficulty - 1) / 9; 0 of a review that changes no schedule. */
  readonly factor: number;
  /** ms. */
  readonly durationMs: number;
  /** 0 learning, 1 review, 2 relearning, 3 filtered (cram), 4 and 5 by hand. */
  readonly type: number;
}

export interface AnkiCollection {
  /** Start of day 0 of "due", s since 1970. */
  readonly createdAt: number;
  /** Of the oldest scheduler ratings of learning cards mean something else; see to-history.ts. */
  readonly scheduler: 1 | 2;
  readonly noteTypes: readonly AnkiNoteType[];
  readonly decks: readonly AnkiDeck[];
  readonly notes: readonly AnkiNote[];
  readonly cards: readonly AnkiCard[];
  readonly reviews: readonly AnkiReview[];
}

/** What the decks of a collection are scheduled by, where it is written for viva alone. */
export interface AnkiOptions {
  readonly retention: number;
  /** Weights of FSRS-6. */
  readonly weights: readonly number[];
  /** Minutes. */
  readonly learningSteps: readonly number[];
  readonly relearningSteps: readonly number[];
  /** Days. */
  readonly maximumInterval: number;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
}

/** What a collection says of itself when it is written. */
export interface AnkiStamp {
  /** ms since 1970. */
  readonly now: number;
  /** Local hour at which a day begins. */
  readonly dayStart: number;
  /** Minutes by which local time is behind UTC. */
  readonly minutesWest: number;
  /** Left out, the options of decks are Anki's own, so that an import changes nobody's settings. */
  readonly options?: AnkiOptions;
}

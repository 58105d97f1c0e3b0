import type { CardId } from '../../model/ids.js';
import type { Rating } from '../../model/rating.js';

/** What the newest mock interviews asked, so that the next one asks something else. */
export interface InterviewLog {
  /** Cards of each interview, the newest interview first; empty where nothing can be read. */
  asked(): readonly (readonly CardId[])[];
  /** Adds one card to the newest interview; `begins` makes it the first of a new one. */
  add(card: CardId, begins: boolean): void;
  /** Keeps what an interview came to, as the newest of the history. */
  finish(interview: PastInterview): void;
  /** What former interviews came to, the newest first; empty where nothing can be read. */
  history(): readonly PastInterview[];
}

/** What an interview came to. */
export interface PastInterview {
  /** When it ended, ms since 1970. */
  readonly at: number;
  readonly rated: number;
  /** Ratings Good or Easy. */
  readonly good: number;
  /** Good points named, of so many in the answers that had them ticked off. */
  readonly named: number;
  readonly points: number;
  /** Time spent answering, ms. */
  readonly spentMs: number;
  /** Did the ratings count as reviews? */
  readonly recorded: boolean;
  readonly questions: readonly {
    readonly id: CardId;
    /** Its first line. */
    readonly question: string;
    readonly rating: Rating | null;
  }[];
}

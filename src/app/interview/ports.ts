import type { CardId } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { Rating } from '../../model/rating.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import type { Cards } from '../cards/ports.js';
import type { Library } from '../import/ports.js';
import type { Plans } from '../plan/ports.js';
import type { Journal, Waiting } from '../review/ports.js';

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

/** What an interview needs from outside. */
export interface InterviewPorts {
  readonly store: Cards & Journal & Library & Plans & Waiting;
  readonly log: InterviewLog;
  /** The moment it is now. */
  readonly moment: () => Moment;
  /** In force now: it may be another object the next time. */
  readonly settings: Settings;
  /** In force now, as the settings. */
  readonly config: SchedulerConfig;
}

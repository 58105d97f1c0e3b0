import type { CardId } from '../../model/ids.js';

/** What the newest mock interviews asked, so that the next one asks something else. */
export interface InterviewLog {
  /** Cards of each interview, the newest interview first; empty where nothing can be read. */
  asked(): readonly (readonly CardId[])[];
  /** Adds one card to the newest interview; `begins` makes it the first of a new one. */
  add(card: CardId, begins: boolean): void;
}

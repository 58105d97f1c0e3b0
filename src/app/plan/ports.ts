import type { Stars } from '../../model/card.js';
import type { ReviewKind } from '../../model/event.js';
import type { CardId, StudyDay } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { Plan } from '../../model/plan.js';
import type { Query } from '../../model/query.js';
import type { PlanCard } from '../../plan/card.js';

/** A plan as it is kept. */
export interface PlanRecord extends Plan {
  /** By which a person names it on this machine: 1, 2, 3 …, never given twice. */
  readonly number: number;
  /** The study day of the interview. */
  readonly deadlineDay: StudyDay;
  /** When it was last changed, ms since 1970: of two machines' the later one counts. */
  readonly changedAt: number;
  /** When the person removed it, ms since 1970; null for one that stands. */
  readonly removedAt: number | null;
}

/** What a person says of a plan; the store gives the rest. */
export type PlanDraft = Omit<Plan, 'id'> & { readonly deadlineDay: StudyDay };

/** A live card of a plan that is not suspended. */
export interface StoredPlanCard extends PlanCard {
  readonly id: CardId;
  /** Store key of its module. */
  readonly module: number;
  /** Names the set of cards of which one is shown a day; null where it is of none. */
  readonly siblings: string | null;
  readonly stars: Stars;
  /** Name of its part of the syllabus; may be empty. */
  readonly part: string;
  /** Within learning or relearning steps. */
  readonly inSteps: boolean;
  /** Put off: it may not be drawn today. */
  readonly buried: boolean;
  readonly introducedToday: boolean;
}

/** Plans for interviews. */
export interface Plans {
  /** Plans by their day, the nearest first; removed ones only where asked for. */
  plans(which?: 'all'): PlanRecord[];
  addPlan(draft: PlanDraft): PlanRecord;
  /** Writes a plan over the one with its id, at a time in ms since 1970. */
  changePlan(plan: PlanRecord, at: number): void;
  removePlan(plan: Pick<Plan, 'id'>, at: number): void;
  /** Cards of a plan's query that can be planned, new ones in the order of their introduction. */
  planCards(query: Query, moment: Moment): StoredPlanCard[];
  /** Scheduled reviews of a study day that are not undone, by the key of their card. */
  reviewsOn(
    day: StudyDay,
    visit: (card: number, at: number, durationMs: number, kind: ReviewKind) => void,
  ): void;
}

import type { CardId } from '../../model/ids.js';
import { MINUTE_MS, type Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { allOf, anyOf } from '../../model/query-tree.js';
import type { DayCounts, PlannedCandidate, Pools } from '../../model/queue.js';
import type { SchedulerConfig } from '../../model/settings.js';
import type { Learner } from '../../plan/learner.js';
import { MemoryModel } from '../../plan/memory-model.js';
import type { Scan } from '../export/ports.js';
import type { QueueRequest, Waiting } from '../review/ports.js';
import { PlanChoices } from './choices.js';
import {
  countsOutside,
  type DoneToday,
  doneToday,
  learnerNow,
  type PlanCards,
  plansToday,
} from './day.js';
import type { PastJournal } from './morning.js';
import type { Plans, StoredPlanCard } from './ports.js';
import { meanRecall, PlanShare, wantedCard } from './share.js';
import type { DaySettings } from './shares.js';
import type { PlanStatus } from './status.js';

type PlanStore = Plans & Scan & PastJournal & Pick<Waiting, 'pools'>;

/**
 * Today's queue under the plans in force. What a plan wants today follows from
 * the cards as they were in the morning; of that, what is done goes, and what
 * there is no time for. So a session begun anew draws the same card, and no
 * rating waits for the planner.
 */
export class PlanQueue {
  readonly #store: PlanStore;
  readonly #learner: Learner;
  readonly #model: MemoryModel;
  readonly #choices: PlanChoices;
  #shares: readonly PlanShare[] = [];
  /** The cards that the person's own query lets through; null for all. */
  #allowed: ReadonlySet<CardId> | null = null;
  /** New cards that the person asked for; null where nothing was said. */
  #fresh: number | null = null;
  #queries: readonly Query[] = [];
  #outsideCounts: (counts: DayCounts) => DayCounts = (counts) => counts;

  /** Reads the person's memory and pace from the journal. */
  constructor(store: PlanStore, config: SchedulerConfig, settings: DaySettings, moment: Moment) {
    this.#store = store;
    const learned = learnerNow(moment, config, store);
    this.#learner = learned.learner;
    this.#model = new MemoryModel(config.weights);
    this.#choices = new PlanChoices(store, settings, learned);
  }

  /**
   * Reads what plans want today, of the cards of a query alone. `fresh` is the
   * number of new cards that the person asked for, or null: a day's limits do
   * not hold plans back, the person does.
   */
  read(query: Query, moment: Moment, fresh: number | null): void {
    const done = doneToday(moment, this.#store);
    const plans = plansToday(moment, done, this.#store);
    this.#queries = plans.map((each) => each.query);
    this.#outsideCounts = (counts) => countsOutside(counts, plans, done);
    this.#shares = plans.map((each) => this.#shareOf(each, moment, done));
    this.#allowed = query.kind === 'all' ? null : this.#idsOf(query, moment);
    this.#fresh = fresh;
  }

  /**
   * Gives what may be drawn today: the cards that plans want, in their order;
   * of the cards of no plan in force, what is due; learning steps of all. Takes
   * the query and moment of `read`, and what is left of the day's limits.
   */
  pools(request: QueueRequest): Pools {
    const planned = this.planned();
    const fresh = this.#fresh;
    const introduced = planned.filter(({ isNew }) => isNew).length;
    const { learning } = this.#store.pools({ ...request, reviewLimit: 0, freshLimit: 0 });
    const others = this.#store.pools({
      ...request,
      query: this.outside(request.query),
      freshLimit: fresh === null ? request.freshLimit : Math.max(0, fresh - introduced),
    });
    return { planned, learning, reviews: others.reviews, fresh: others.fresh };
  }

  /** Counts a review; gives what plans want after it. */
  reviewed(card: CardId, durationMs: number): PlannedCandidate[] {
    const isNew = this.planned().some((each) => each.id === card && each.isNew);
    if (isNew && this.#fresh !== null) this.#fresh -= 1;
    for (const share of this.#shares) share.reviewed(card, durationMs);
    return this.planned();
  }

  /** Leaves a card out; gives what plans want without it. */
  leftOut(card: CardId): PlannedCandidate[] {
    for (const share of this.#shares) share.leaveOut(card);
    return this.planned();
  }

  /** What plans want now, the nearest interview first. */
  planned(): PlannedCandidate[] {
    let fresh = this.#fresh ?? Number.POSITIVE_INFINITY;
    return this.#shares
      .flatMap((share) => share.planned())
      .filter(({ id, isNew }) => {
        if (this.#allowed !== null && !this.#allowed.has(id)) return false;
        return !isNew || fresh-- > 0;
      });
  }

  /** Restricts a query to the cards of no plan in force. */
  outside(query: Query): Query {
    if (this.#queries.length === 0) return query;
    return allOf(query, { kind: 'not', term: anyOf(this.#queries) });
  }

  /** Leaves what was done with plans' cards out of the day's counts: their minutes limit them. */
  outsideCounts(counts: DayCounts): DayCounts {
    return this.#outsideCounts(counts);
  }

  /** How the plans in force stand, the nearest interview first. */
  statuses(): PlanStatus[] {
    return this.#shares.map((share) => share.status());
  }

  #shareOf(planned: PlanCards, moment: Moment, done: DoneToday): PlanShare {
    const { plan, cards, spentMs } = planned;
    const day = this.#choices.dayOf(planned, moment, done);
    const open = day.cards.filter((card) => !isSettled(card, moment));
    return new PlanShare(
      plan,
      cards,
      open.map((card) => wantedCard(card, moment.now, this.#learner, this.#model)),
      { allowedMs: plan.minutesPerDay * MINUTE_MS * day.share, spentMs },
      {
        daysLeft: plan.deadlineDay - moment.today,
        expected: day.expected,
        reached: cards.length > 0 && meanRecall(cards, plan.deadlineAt, this.#model) >= plan.target,
      },
    );
  }

  #idsOf(query: Query, moment: Moment): Set<CardId> {
    const found = this.#queries.flatMap((each) =>
      this.#store.planCards(allOf(each, query), moment),
    );
    return new Set(found.map(({ id }) => id));
  }
}

/** Done today, put off, or coming by its own learning step. */
function isSettled({ lastAt, buried, inSteps }: StoredPlanCard, { dayStart }: Moment): boolean {
  return buried || inSteps || (lastAt !== null && lastAt >= dayStart);
}

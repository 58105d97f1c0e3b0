import type { CardId } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { allOf, anyOf } from '../../model/query-tree.js';
import type { DayCounts, PlannedCandidate, Pools } from '../../model/queue.js';
import { withShown } from '../../schedule/siblings.js';
import type { QueueRequest, Waiting } from '../review/ports.js';
import { countsWithout, doneToday, plansWithCards, spentOnAll } from './day.js';
import type { Plans, StoredPlanCard } from './ports.js';
import { type MoreOfPlan, PlanShare } from './share.js';
import type { PlanStatus } from './status.js';
import type { PlansToday, PlanToday } from './today.js';

/** What a session asks of plans. */
export interface PlanRequest {
  readonly query: Query;
  /** New cards that the person asked for; null where nothing was said. */
  readonly fresh: number | null;
  /** A plan that may take more than its minutes; none where left out. */
  readonly more?: MoreOfPlan | undefined;
}

interface Parts {
  readonly request: PlanRequest;
  readonly shares: readonly PlanShare[];
  /** The cards that the person's own query lets through; null for all. */
  readonly allowed: ReadonlySet<CardId> | null;
  /** Queries of the plans that want something: the ordinary queue does without their cards. */
  readonly queries: readonly Query[];
  /** Is a plan in force that has cards? Then new ones of others come where they are asked for. */
  readonly isPreparing: boolean;
  readonly outsideCounts: (counts: DayCounts) => DayCounts;
}

/**
 * Reads what plans still want today, of the cards of a query alone: what they
 * made of the day, less what was done of it. A day's limits do not hold plans
 * back; new cards that the person asked for do.
 */
export function openPlans(
  { plans }: PlansToday,
  request: PlanRequest,
  moment: Moment,
  store: Plans,
): PlanQueue {
  const done = doneToday(moment, store);
  const now = new Map(plansWithCards(moment, store).map((each) => [each.plan.id, each]));
  const open = plans.flatMap((today) => {
    const found = now.get(today.plan.id);
    return found === undefined ? [] : [{ ...found, today: withMore(today, request.more) }];
  });
  const wanting = open.filter(({ today }) => !today.wantsNothing);
  const queries = wanting.map(({ query }) => query);
  const cards = wanting.flatMap((each) => each.cards);
  return new PlanQueue({
    request,
    shares: open.map(({ today, cards }) => shareOf(today, cards, spentOnAll(cards, done), moment)),
    allowed: request.query.kind === 'all' ? null : idsOf(queries, request.query, moment, store),
    queries,
    isPreparing: open.some(({ cards }) => cards.length > 0),
    outsideCounts: (counts) => countsWithout(counts, cards, done),
  });
}

/** Today's queue under the plans in force: a value; what is done gives another one. */
export class PlanQueue {
  constructor(private readonly parts: Parts) {}

  /**
   * Returns what may be drawn today: the cards that plans want, in their order;
   * of the cards of no plan that wants any, what is due; learning steps of all,
   * but of plans that have used up their minutes.
   * Takes the query of this queue, and what is left of the day's limits.
   */
  pools(request: QueueRequest, store: Pick<Waiting, 'pools'>): Pools {
    const { learning } = store.pools({ ...request, reviewLimit: 0, freshLimit: 0 });
    const others = store.pools({
      ...request,
      query: this.outside(request.query),
      freshLimit: this.freshOutside(request.freshLimit),
    });
    return {
      planned: this.planned(),
      learning: learning.filter(({ id }) => !this.holdsBack(id)),
      reviews: others.reviews,
      fresh: others.fresh,
    };
  }

  /** Do the steps of a card wait for another day, for its plan's minutes are used up? */
  holdsBack(card: CardId): boolean {
    return this.parts.shares.some((share) => share.holdsBack(card));
  }

  /** Number of cards whose steps wait for another day. */
  get heldBack(): number {
    const { shares, allowed } = this.parts;
    const held = shares.flatMap((share) => share.heldBack());
    return held.filter((id) => allowed?.has(id) ?? true).length;
  }

  /**
   * New cards of no plan, of so many that the day's limits leave: none while a
   * plan with cards is in force, free days too, unless the person asks for new
   * ones, or for cards by a query of their own.
   */
  freshOutside(limit: number): number {
    const { request, isPreparing } = this.parts;
    if (request.fresh !== null) {
      return Math.max(0, request.fresh - this.planned().filter(({ isNew }) => isNew).length);
    }
    return isPreparing && request.query.kind === 'all' ? 0 : limit;
  }

  /** The queue after a review; `hasSteps`: a learning step of the card is to come. */
  reviewed(card: CardId, durationMs: number, hasSteps: boolean): PlanQueue {
    const { request } = this.parts;
    const isNew = this.planned().some((each) => each.id === card && each.isNew);
    const fresh = isNew && request.fresh !== null ? request.fresh - 1 : request.fresh;
    return this.#with((share) => share.reviewed(card, durationMs, hasSteps), fresh);
  }

  /** The queue without a card, which takes no time and none of the new ones asked for. */
  without(card: CardId): PlanQueue {
    return this.#with((share) => share.reviewed(card, 0, false));
  }

  /** What plans want now, the nearest interview first. */
  planned(): PlannedCandidate[] {
    const { shares, allowed, request } = this.parts;
    let fresh = request.fresh ?? Number.POSITIVE_INFINITY;
    return shares
      .flatMap((share) => share.planned(allowed))
      .filter(({ isNew }) => !isNew || fresh-- > 0);
  }

  /** So many ms more of the nearest plan whose part of today is done, and that has cards left; null for none. */
  more(ms: number): MoreOfPlan | null {
    const { shares, allowed } = this.parts;
    if (this.planned().length > 0) return null;
    return shares.map((share) => share.more(ms, allowed)).find((more) => more !== null) ?? null;
  }

  /** Restricts a query to the cards of no plan that wants any. */
  outside(query: Query): Query {
    const { queries } = this.parts;
    return queries.length === 0 ? query : allOf(query, { kind: 'not', term: anyOf(queries) });
  }

  /** Leaves what was done with plans' cards out of the day's counts: their minutes limit them. */
  outsideCounts(counts: DayCounts): DayCounts {
    return this.parts.outsideCounts(counts);
  }

  /** How the plans in force stand, the nearest interview first. */
  statuses(): PlanStatus[] {
    return this.parts.shares.map((share) => share.status());
  }

  #with(change: (share: PlanShare) => PlanShare, fresh = this.parts.request.fresh): PlanQueue {
    return new PlanQueue({
      ...this.parts,
      request: { ...this.parts.request, fresh },
      shares: this.parts.shares.map(change),
    });
  }
}

function withMore(today: PlanToday, more: MoreOfPlan | undefined): PlanToday {
  if (more?.plan !== today.plan.id) return today;
  return { ...today, allowedMs: more.allowedMs, wantsNothing: false };
}

function shareOf(
  today: PlanToday,
  cards: readonly StoredPlanCard[],
  spentMs: number,
  { dayStart }: Moment,
): PlanShare {
  const idsOf = (fits: (card: StoredPlanCard) => boolean) =>
    new Set(cards.filter(fits).map(({ id }) => id));
  const isInSteps = ({ inSteps, buried }: StoredPlanCard) => inSteps && !buried;
  const isShown = (card: StoredPlanCard) =>
    isInSteps(card) || (card.lastAt !== null && card.lastAt >= dayStart);
  return new PlanShare(today, new Map(cards.map((card) => [card.id, card])), {
    spentMs,
    inSteps: idsOf(isInSteps),
    // Done today, put off, or coming by its own learning step.
    settled: idsOf((card) => card.buried || isShown(card)),
    shown: withShown(cards.filter(isShown), new Map()),
  });
}

function idsOf(queries: readonly Query[], query: Query, moment: Moment, store: Plans): Set<CardId> {
  const found = queries.flatMap((each) => store.planCards(allOf(each, query), moment));
  return new Set(found.map(({ id }) => id));
}

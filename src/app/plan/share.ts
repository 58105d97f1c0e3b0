import type { CardId } from '../../model/ids.js';
import type { PlannedCandidate } from '../../model/queue.js';
import { countedMs } from '../../schedule/fit/card-days.js';
import { type ShownSiblings, waitsForSibling, withShown } from '../../schedule/siblings.js';
import type { StoredPlanCard } from './ports.js';
import type { PlanStatus } from './status.js';
import type { PlanToday } from './today.js';

/** The part of a card's steps that is still to come, of those that are within them. */
const TO_COME = 0.8;

/** Leave for a plan to take more of a day than its minutes. */
export interface MoreOfPlan {
  /** Id of the plan. */
  readonly plan: string;
  /** Time that it may take today in all, ms. */
  readonly allowedMs: number;
}

/** What is done of a plan's cards today. */
interface ShareDone {
  readonly spentMs: number;
  /** Cards within their steps. */
  readonly inSteps: ReadonlySet<CardId>;
  /** Cards that are done for today, or put off. */
  readonly settled: ReadonlySet<CardId>;
  /** Of siblings, those that were shown. */
  readonly shown: ShownSiblings;
}

/** What one plan still wants today, from what was done: a value. */
export class PlanShare {
  constructor(
    private readonly today: PlanToday,
    private readonly cards: ReadonlyMap<CardId, StoredPlanCard>,
    private readonly done: ShareDone,
  ) {}

  /** The share after a review, if it is of one of its cards; `hasSteps`: one of them is to come. */
  reviewed(card: CardId, durationMs: number, hasSteps: boolean): PlanShare {
    const own = this.cards.get(card);
    if (own === undefined) return this;
    const inSteps = new Set(this.done.inSteps);
    if (hasSteps) inSteps.add(card);
    else inSteps.delete(card);
    return new PlanShare(this.today, this.cards, {
      spentMs: this.done.spentMs + countedMs(durationMs),
      inSteps,
      settled: new Set(this.done.settled).add(card),
      shown: withShown([own], this.done.shown),
    });
  }

  /** Is the card one of its own, and is its time used up? Then its steps wait for the next session. */
  holdsBack(card: CardId): boolean {
    return this.#isOver && this.cards.has(card);
  }

  /** Its cards whose steps wait for another day. */
  heldBack(): readonly CardId[] {
    return this.#isOver ? [...this.done.inSteps] : [];
  }

  /**
   * The cards, `allowed` ones alone, for which there is time at the usual pace; at
   * least one as long as there is any, the steps to come taken off.
   */
  planned(allowed: ReadonlySet<CardId> | null): PlannedCandidate[] {
    return this.#fitting(allowed).map(({ card }) => ({
      id: card.id,
      module: card.module,
      isNew: card.stability === null,
    }));
  }

  /** Leave for so many ms more, where a card of it is left for today; else null. */
  more(ms: number, allowed: ReadonlySet<CardId> | null): MoreOfPlan | null {
    const { plan } = this.today;
    const isLeft = this.done.inSteps.size > 0 || this.#left(allowed).next().done === false;
    return isLeft ? { plan: plan.id, allowedMs: this.done.spentMs + ms } : null;
  }

  status(): PlanStatus {
    const { plan, daysLeft, outlook } = this.today;
    const toCome = this.#fitting().reduce((sum, { ms }) => sum + ms, this.#stepsMs());
    const left = Math.max(0, this.today.allowedMs - this.done.spentMs);
    return {
      plan,
      daysLeft,
      expected: outlook?.expected ?? null,
      spentMs: this.done.spentMs,
      wantedMs: this.done.spentMs + Math.min(toCome, left),
      state: stateOf(this.today),
    };
  }

  #fitting(
    allowed: ReadonlySet<CardId> | null = null,
  ): { readonly card: StoredPlanCard; readonly ms: number }[] {
    const { allowedMs, learner } = this.today;
    const fitting: { card: StoredPlanCard; ms: number }[] = [];
    let left = allowedMs - this.done.spentMs - this.#stepsMs();
    for (const card of this.#left(allowed)) {
      if (left <= 0) break;
      const ms = 1000 * (card.stability === null ? learner.newSeconds : learner.hitSeconds);
      fitting.push({ card, ms });
      left -= ms;
    }
    return fitting;
  }

  /** The cards that may still come today, in the plan's order; one of each set of siblings. */
  *#left(allowed: ReadonlySet<CardId> | null): Generator<StoredPlanCard> {
    let shown: ShownSiblings | undefined;
    for (const id of this.today.order) {
      const card = this.cards.get(id);
      if (card === undefined || !this.#isLeft(id, allowed)) continue;
      if (card.siblings !== null) {
        shown ??= this.#toShow(allowed);
        if (waitsForSibling(card, shown)) continue;
      }
      yield card;
    }
  }

  /** Of each set of siblings, the one that was shown today, else the one whose last review is longest ago. */
  #toShow(allowed: ReadonlySet<CardId> | null): ShownSiblings {
    const left = this.today.order.flatMap((id) => {
      const card = this.cards.get(id);
      return card?.siblings != null && this.#isLeft(id, allowed) ? [card] : [];
    });
    left.sort((a, b) => (a.lastAt ?? 0) - (b.lastAt ?? 0));
    return withShown(left, this.done.shown);
  }

  /** Are the minutes used up that it wants? */
  get #isOver(): boolean {
    return !this.today.wantsNothing && this.done.spentMs >= this.today.allowedMs;
  }

  #isLeft(id: CardId, allowed: ReadonlySet<CardId> | null): boolean {
    return this.cards.has(id) && !this.done.settled.has(id) && (allowed?.has(id) ?? true);
  }

  #stepsMs(): number {
    return this.done.inSteps.size * TO_COME * this.today.stepsMs;
  }
}

function stateOf({ cards, horizon, wantsNothing }: PlanToday): PlanStatus['state'] {
  if (cards === 0) return 'empty';
  if (horizon.shares[0] === 0) return 'off';
  if (!wantsNothing) return 'open';
  return horizon.target < 1 ? 'reached' : 'enough';
}

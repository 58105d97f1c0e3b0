import type { CardId } from '../../model/ids.js';
import type { PlannedCandidate } from '../../model/queue.js';
import { countedMs } from './day.js';
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

/** What one plan still wants today, from what was done: a value. */
export class PlanShare {
  readonly #today: PlanToday;
  readonly #cards: ReadonlyMap<CardId, StoredPlanCard>;
  readonly #spentMs: number;
  /** Its cards within their steps. */
  readonly #inSteps: ReadonlySet<CardId>;
  /** Its cards that are done for today, or put off. */
  readonly #settled: ReadonlySet<CardId>;

  constructor(
    today: PlanToday,
    cards: ReadonlyMap<CardId, StoredPlanCard>,
    spentMs: number,
    inSteps: ReadonlySet<CardId>,
    settled: ReadonlySet<CardId>,
  ) {
    this.#today = today;
    this.#cards = cards;
    this.#spentMs = spentMs;
    this.#inSteps = inSteps;
    this.#settled = settled;
  }

  /** The share after a review, if it is of one of its cards; `hasSteps`: one of them is to come. */
  reviewed(card: CardId, durationMs: number, hasSteps: boolean): PlanShare {
    if (!this.#cards.has(card)) return this;
    const inSteps = new Set(this.#inSteps);
    if (hasSteps) inSteps.add(card);
    else inSteps.delete(card);
    return this.#with(this.#spentMs + countedMs(durationMs), inSteps, card);
  }

  /** Is the card one of its own, and is its time used up? Then its steps wait for the next session. */
  holdsBack(card: CardId): boolean {
    return this.#isOver && this.#cards.has(card);
  }

  /** Its cards whose steps wait for another day. */
  heldBack(): readonly CardId[] {
    return this.#isOver ? [...this.#inSteps] : [];
  }

  /** The share without a card. */
  without(card: CardId): PlanShare {
    const inSteps = new Set(this.#inSteps);
    inSteps.delete(card);
    return this.#with(this.#spentMs, inSteps, card);
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
    const { plan } = this.#today;
    const isLeft = this.#inSteps.size > 0 || this.#left(allowed).next().done === false;
    return isLeft ? { plan: plan.id, allowedMs: this.#spentMs + ms } : null;
  }

  status(daysLeft: number): PlanStatus {
    const { plan, outlook } = this.#today;
    const toCome = this.#fitting().reduce((sum, { ms }) => sum + ms, this.#stepsMs());
    const left = Math.max(0, this.#today.allowedMs - this.#spentMs);
    return {
      plan,
      daysLeft,
      expected: outlook?.expected ?? null,
      spentMs: this.#spentMs,
      wantedMs: this.#spentMs + Math.min(toCome, left),
      state: stateOf(this.#today),
    };
  }

  #with(spentMs: number, inSteps: ReadonlySet<CardId>, settled: CardId): PlanShare {
    const all = new Set(this.#settled).add(settled);
    return new PlanShare(this.#today, this.#cards, spentMs, inSteps, all);
  }

  #fitting(
    allowed: ReadonlySet<CardId> | null = null,
  ): { readonly card: StoredPlanCard; readonly ms: number }[] {
    const { allowedMs, learner } = this.#today;
    const fitting: { card: StoredPlanCard; ms: number }[] = [];
    let left = allowedMs - this.#spentMs - this.#stepsMs();
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
    let turns: ReadonlyMap<string, CardId> | undefined;
    for (const id of this.#today.order) {
      const card = this.#cards.get(id);
      if (card === undefined || !this.#isLeft(id, allowed)) continue;
      if (card.siblings !== null) {
        turns ??= this.#siblingsTurns(allowed);
        if (turns.get(card.siblings) !== id) continue;
      }
      yield card;
    }
  }

  /** Of each set of siblings of which none was shown today, the card whose last review is longest ago. */
  #siblingsTurns(allowed: ReadonlySet<CardId> | null): Map<string, CardId> {
    const turns = new Map<string, StoredPlanCard>();
    for (const id of this.#today.order) {
      const card = this.#cards.get(id);
      if (card?.siblings == null || !this.#isLeft(id, allowed)) continue;
      const other = turns.get(card.siblings);
      if (other === undefined || (card.lastAt ?? 0) < (other.lastAt ?? 0)) {
        turns.set(card.siblings, card);
      }
    }
    for (const id of this.#settled) {
      const card = this.#cards.get(id);
      if (card?.siblings != null && !card.buried) turns.delete(card.siblings);
    }
    return new Map([...turns].map(([set, { id }]) => [set, id]));
  }

  /** Are the minutes used up that it wants? */
  get #isOver(): boolean {
    return !this.#today.wantsNothing && this.#spentMs >= this.#today.allowedMs;
  }

  #isLeft(id: CardId, allowed: ReadonlySet<CardId> | null): boolean {
    return this.#cards.has(id) && !this.#settled.has(id) && (allowed?.has(id) ?? true);
  }

  #stepsMs(): number {
    return this.#inSteps.size * TO_COME * this.#today.stepsMs;
  }
}

function stateOf({ cards, horizon, wantsNothing }: PlanToday): PlanStatus['state'] {
  if (cards === 0) return 'empty';
  if (horizon.shares[0] === 0) return 'off';
  if (!wantsNothing) return 'open';
  return horizon.target < 1 ? 'reached' : 'enough';
}

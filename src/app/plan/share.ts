import type { CardId } from '../../model/ids.js';
import { DAY_MS } from '../../model/moment.js';
import type { PlannedCandidate } from '../../model/queue.js';
import type { Learner } from '../../plan/learner.js';
import type { MemoryModel } from '../../plan/memory-model.js';
import { countedMs } from './day.js';
import type { PlanRecord, StoredPlanCard } from './ports.js';
import type { PlanStatus } from './status.js';

/** A card that a plan still wants today. */
interface Wanted extends PlannedCandidate {
  /** Time that it will take, ms. */
  readonly ms: number;
}

/** Time that a plan may take today, and what of it was taken already, ms. */
interface TimeToday {
  readonly allowedMs: number;
  readonly spentMs: number;
}

/** What one plan still wants today, kept up to date from card to card. */
export class PlanShare {
  readonly plan: PlanRecord;
  readonly #all: ReadonlySet<CardId>;
  readonly #outlook: Pick<PlanStatus, 'daysLeft' | 'expected' | 'reached'>;
  #wanted: readonly Wanted[];
  readonly #time: TimeToday;
  #spentMs: number;

  /** Takes the plan's cards, those wanted today in their order, and today's time. */
  constructor(
    plan: PlanRecord,
    cards: readonly StoredPlanCard[],
    wanted: readonly Wanted[],
    time: TimeToday,
    outlook: Pick<PlanStatus, 'daysLeft' | 'expected' | 'reached'>,
  ) {
    this.plan = plan;
    this.#all = new Set(cards.map(({ id }) => id));
    this.#wanted = wanted;
    this.#time = time;
    this.#spentMs = time.spentMs;
    this.#outlook = outlook;
  }

  /** Counts a review, if it is of a card of the plan. */
  reviewed(card: CardId, durationMs: number): void {
    if (this.#all.has(card)) this.#spentMs += countedMs(durationMs);
    this.leaveOut(card);
  }

  leaveOut(card: CardId): void {
    this.#wanted = this.#wanted.filter(({ id }) => id !== card);
  }

  /** The cards for which there is time; the last may take longer than there is. */
  planned(): readonly Wanted[] {
    let left = this.#time.allowedMs - this.#spentMs;
    return this.#wanted.filter(({ ms }) => {
      const fits = left > 0;
      left -= ms;
      return fits;
    });
  }

  status(): PlanStatus {
    const toCome = this.planned().reduce((sum, { ms }) => sum + ms, 0);
    const spentMs = this.#spentMs;
    return { ...this.#outlook, plan: this.plan, spentMs, wantedMs: spentMs + toCome };
  }
}

/** Gives a card as a plan wants it, with the time that it takes at a person's pace. */
export function wantedCard(
  card: StoredPlanCard,
  now: number,
  learner: Learner,
  model: MemoryModel,
): Wanted {
  const { id, module, stability, lastAt } = card;
  const isNew = stability === null || lastAt === null;
  if (isNew) return { id, module, isNew, ms: learner.newSeconds * 1000 };
  const recall = recallAt(card, now, model);
  const seconds = recall * learner.hitSeconds + (1 - recall) * learner.missSeconds;
  return { id, module, isNew, ms: seconds * 1000 };
}

/** Mean recall of cards at an instant if nothing more is reviewed, 0..1; 0 without cards. */
export function meanRecall(
  cards: readonly StoredPlanCard[],
  at: number,
  model: MemoryModel,
): number {
  const sum = cards.reduce((total, card) => total + recallAt(card, at, model), 0);
  return sum / Math.max(1, cards.length);
}

function recallAt({ stability, lastAt }: StoredPlanCard, at: number, model: MemoryModel): number {
  if (stability === null || lastAt === null) return 0;
  return model.recall(Math.max(0, at - lastAt) / DAY_MS, stability);
}

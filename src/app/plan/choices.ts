import type { Moment } from '../../model/moment.js';
import { chooseDay, type DayChoice } from '../../plan/choose-day.js';
import { expectedRecall } from '../../plan/expected-recall.js';
import type { LearnedMemory } from '../../plan/learned-memory.js';
import type { PlanCard } from '../../plan/plan-card.js';
import { type DoneToday, horizonOf, type PlanCards } from './day.js';
import { asOfMorning, type PastJournal } from './morning.js';
import type { StoredPlanCard } from './ports.js';
import { type DaySettings, dayShares } from './shares.js';

/** What a plan chose for today, and what it chose from. */
interface Choice extends DayChoice {
  readonly from: string;
}

/** What a plan makes of the day. */
export interface PlannedDay {
  /** The cards that it wants, in their order, those among them that are done. */
  readonly cards: readonly StoredPlanCard[];
  /** Mean recall to be expected at the interview's hour, 0..1. */
  readonly expected: number;
  /** The part of its minutes that today has, 0..1. */
  readonly share: number;
}

/**
 * What plans choose for the day, from the cards as they were in the morning;
 * computed once as long as it follows from the same.
 */
export class PlanChoices {
  readonly #store: PastJournal;
  readonly #settings: DaySettings;
  readonly #learned: LearnedMemory;
  readonly #choices = new Map<string, Choice>();
  /** Expected recall by plan: one forecast a session, for it hardly moves within one. */
  readonly #expected = new Map<string, number>();

  constructor(store: PastJournal, settings: DaySettings, learned: LearnedMemory) {
    this.#store = store;
    this.#settings = settings;
    this.#learned = learned;
  }

  /** Gives what a plan makes of the day. */
  dayOf(planned: PlanCards, moment: Moment, done: DoneToday): PlannedDay {
    const shares = dayShares(planned.plan, moment, this.#settings);
    const choice = this.#choose(planned, moment, done, shares);
    return {
      cards: choice.order.flatMap((index) => planned.cards[index] ?? []),
      expected: this.#expect(planned, moment, choice, shares),
      share: shares[0] ?? 1,
    };
  }

  #choose(
    { plan, cards }: PlanCards,
    moment: Moment,
    { begunAt }: DoneToday,
    shares: readonly number[],
  ): Choice {
    const morning = asOfMorning(cards, moment, this.#store);
    const from = `${JSON.stringify({ plan, shares })} ${begunAt} ${fingerprint(cards, morning)}`;
    const before = this.#choices.get(plan.id);
    if (before?.from === from) return before;
    const { dayStart } = moment;
    const horizon = horizonOf(plan, { now: begunAt, dayStart }, 0, shares);
    const choice = {
      from,
      ...chooseDay(this.#read(morning, cards, dayStart), this.#learned.learner, horizon),
    };
    this.#choices.set(plan.id, choice);
    return choice;
  }

  #expect(
    { plan, cards, spentMs }: PlanCards,
    moment: Moment,
    { known }: Choice,
    shares: readonly number[],
  ): number {
    const of = JSON.stringify(plan);
    const before = this.#expected.get(of);
    if (before !== undefined) return before;
    const horizon = horizonOf(plan, moment, spentMs, shares);
    const expected = expectedRecall(
      this.#read(cards, cards, moment.dayStart),
      this.#learned.learner,
      horizon,
      known,
    );
    this.#expected.set(of, expected);
    return expected;
  }

  /** Cards as the person remembers them, but for those reviewed since the day began. */
  #read(cards: readonly PlanCard[], stored: readonly StoredPlanCard[], since: number): PlanCard[] {
    return cards.map((card, index) => this.#learned.read(card, stored[index]?.key ?? -1, since));
  }
}

/** A number that is another one where the cards are others, or were other ones in the morning. */
function fingerprint(cards: readonly StoredPlanCard[], morning: readonly PlanCard[]): number {
  let hash = cards.length;
  cards.forEach(({ key }, index) => {
    const { stability, lastAt } = morning[index] ?? { stability: null, lastAt: null };
    for (const part of [key, (stability ?? 0) * 1000, (lastAt ?? 0) / 1000]) {
      hash = (Math.imul(hash, 31) + Math.round(part)) | 0;
    }
  });
  return hash;
}

import type { Moment } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { type Forecast, forecast as forecastPlan } from '../../plan/forecast.js';
import { parseQuery } from '../../query/parse.js';
import { plansWithCards, spentOnAll } from './day.js';
import type { PlanRecord, Plans, StoredPlanCard } from './ports.js';
import { type DaySettings, dayShares } from './shares.js';
import { dayOf, morningOf, type PlanStore } from './today.js';

/** Cards of a plan that have something in common, and what is to be expected of them. */
export interface RiskGroup {
  /** A part's name, or the number of stars. */
  readonly name: string;
  readonly cards: number;
  /** Mean recall at the interview's hour, 0..1. */
  readonly expected: number;
  /** Cards of it that will not be recalled, a mean. */
  readonly missing: number;
}

export interface PlanReport {
  readonly plan: PlanRecord;
  /** Days to the interview; 0 on its day. */
  readonly daysLeft: number;
  readonly cards: number;
  readonly newCards: number;
  /** Its cards that a plan with an earlier interview decides on until then. */
  readonly shared: number;
  /** Time spent on its cards today, ms. */
  readonly spentMs: number;
  /** Days from today to the interview's without any time for it, and with less than its minutes. */
  readonly daysOff: number;
  readonly easyDays: number;
  /** Null for a plan without a card. */
  readonly forecast: Forecast | null;
  /** By part and by difficulty, where most is at risk first. */
  readonly byPart: readonly RiskGroup[];
  readonly byDifficulty: readonly RiskGroup[];
}

/**
 * Forecasts a plan whose interview is yet to come, over all its cards, those
 * too that another plan decides on until its own interview. Throws
 * `query-invalid` where the plan's query cannot be read any more.
 */
export function planReport(
  plan: PlanRecord,
  moment: Moment,
  config: SchedulerConfig,
  settings: DaySettings,
  store: PlanStore,
): PlanReport {
  const cards = store.planCards(parseQuery(plan.query), moment);
  const morning = morningOf(store, config, settings, moment);
  const { day, horizon } = dayOf(plan, cards, morning);
  const forecast = forecastPlan(day, horizon, cards.length);
  const shares = dayShares(plan, moment, settings);
  const groups = (nameOf: (card: StoredPlanCard) => string) =>
    forecast === null ? [] : riskBy(nameOf, cards, forecast.recallByCard);
  return {
    plan,
    daysLeft: plan.deadlineDay - moment.today,
    cards: cards.length,
    newCards: cards.filter(({ stability }) => stability === null).length,
    shared: sharedCards(plan, cards, moment, store),
    spentMs: spentOnAll(cards, morning.done),
    daysOff: shares.filter((share) => share === 0).length,
    easyDays: shares.filter((share) => share > 0 && share < 1).length,
    forecast,
    byPart: groups(({ part }) => part),
    byDifficulty: groups(({ stars }) => String(stars)),
  };
}

function sharedCards(
  { id }: PlanRecord,
  cards: readonly StoredPlanCard[],
  moment: Moment,
  store: Plans,
): number {
  const found = plansWithCards(moment, store).find(({ plan }) => plan.id === id);
  return found === undefined ? 0 : cards.length - found.cards.length;
}

function riskBy(
  nameOf: (card: StoredPlanCard) => string,
  cards: readonly StoredPlanCard[],
  recall: Float64Array,
): RiskGroup[] {
  const sums = new Map<string, { cards: number; recall: number }>();
  cards.forEach((card, index) => {
    const name = nameOf(card);
    const sum = sums.get(name) ?? { cards: 0, recall: 0 };
    sum.cards += 1;
    sum.recall += recall[index] ?? 0;
    sums.set(name, sum);
  });
  return [...sums]
    .map(([name, sum]) => ({
      name,
      cards: sum.cards,
      expected: sum.recall / sum.cards,
      missing: sum.cards - sum.recall,
    }))
    .sort((a, b) => b.missing - a.missing);
}

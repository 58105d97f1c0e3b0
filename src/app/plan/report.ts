import type { Moment } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { type Forecast, forecast as forecastPlan } from '../../plan/forecast.js';
import { parseQuery } from '../../query/parse.js';
import { plansWithCards, spentOnAll } from './day.js';
import type { PlanRecord, StoredPlanCard } from './ports.js';
import type { DaySettings } from './shares.js';
import { dayOf, type PlanStore, readDayInputs } from './today.js';

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
  const inForce = plansWithCards(moment, store).find((each) => each.plan.id === plan.id);
  const cards = inForce?.all ?? store.planCards(parseQuery(plan.query), moment);
  const inputs = readDayInputs(store, config, settings, moment);
  const { day, horizon, daysLeft } = dayOf(plan, cards, inputs);
  const forecast = forecastPlan(day, horizon);
  const groups = (nameOf: (card: StoredPlanCard) => string) =>
    forecast === null ? [] : riskBy(nameOf, cards, forecast.recallByCard);
  return {
    plan,
    daysLeft,
    cards: cards.length,
    newCards: cards.filter(({ stability }) => stability === null).length,
    shared: inForce === undefined ? 0 : cards.length - inForce.cards.length,
    spentMs: spentOnAll(cards, inputs.done),
    daysOff: horizon.shares.filter((share) => share === 0).length,
    easyDays: horizon.shares.filter((share) => share > 0 && share < 1).length,
    forecast,
    byPart: groups(({ part }) => part),
    byDifficulty: groups(({ stars }) => String(stars)),
  };
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

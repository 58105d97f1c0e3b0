import type { StudyDay } from '../../model/ids.js';
import type { Moment, Zone } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { Settings } from '../../model/settings.js';
import { formatQuery } from '../../query/format.js';
import { formatStudyDay } from '../../schedule/study-day.js';
import type { HardCard } from '../../stats/card-figures.js';
import { CardTable } from '../../stats/card-table.js';
import { countedStatistics } from '../../stats/compute.js';
import { hardestKeys } from '../../stats/hardest.js';
import { countHistory } from '../../stats/history.js';
import { localHours } from '../../stats/local-hour.js';
import { missedPoints } from '../../stats/missed-points.js';
import { readinessOf } from '../../stats/readiness.js';
import { ReviewColumns } from '../../stats/review-columns.js';
import type { DueForecast } from '../../stats/review-figures.js';
import { STATISTICS_VERSION, type Statistics } from '../../stats/statistics.js';
import type { Plans } from '../plan/ports.js';
import type { PlansToday } from '../plan/today.js';
import { countLeft } from '../review/left-today.js';
import type { Waiting } from '../review/ports.js';
import type { Scan } from './ports.js';

type StatsStore = Scan & Waiting & Plans;

const FORECAST_DAYS = 30;
const MAX_HARDEST = 20;
const MAX_LEECHES = 50;
/** Below this share of all cards their reviews are looked up, above it all are walked over. */
const MAX_LOOKED_UP = 0.02;

export interface StatsRequest {
  readonly query: Query;
  /** First and last study day of the period, both included; null for no bound. */
  readonly since: StudyDay | null;
  readonly until: StudyDay | null;
  readonly moment: Moment;
  readonly zone: Zone;
  readonly settings: Settings;
  /** FSRS-6 weights, for the forgetting curve. */
  readonly weights: readonly number[];
  /** What plans want today; undefined where none is in force. */
  readonly plans: PlansToday | undefined;
}

/** Computes all statistics of a query's cards in one pass over cards and one over reviews. */
export function computeStatistics(request: StatsRequest, store: StatsStore): Statistics {
  const { query, moment, settings } = request;
  const cards = readCards(request, store);
  const period = {
    since: request.since ?? Number.NEGATIVE_INFINITY,
    until: request.until ?? moment.today,
  };
  const history = countHistory(readReviews(cards, store), {
    ...period,
    today: moment.today,
    selected: cards.selected,
    hourOf: localHours(request.zone),
  });
  const counted = countedStatistics(history, cards, moment, period, settings.retention);
  return {
    version: STATISTICS_VERSION,
    generatedAt: new Date(moment.now).toISOString(),
    today: formatStudyDay(moment.today),
    dayStartHour: settings.dayStart,
    query: formatQuery(query),
    period: { since: dateOf(request.since), until: dateOf(request.until) },
    ...counted,
    day: { ...counted.day, left: countLeft(query, moment, settings, store, request.plans) },
    forecast: forecastOf(query, moment, store),
    points: missedPoints(
      [...store.scanTicked()],
      cards,
      period,
      store.scanModules(),
      store.scanCompanies(),
    ),
    readiness: readinessOf(cards, store.scanModules(), store.scanCompanies()),
    hardest: hardCards(hardestKeys(cards, MAX_HARDEST, false), moment, store),
    leeches: hardCards(hardestKeys(cards, MAX_LEECHES, true), moment, store),
  };
}

function readCards({ query, moment, weights }: StatsRequest, store: Scan): CardTable {
  const cards = new CardTable(store.cardKeys(), moment, weights);
  store.scanCards(query, moment, cards.add);
  return cards;
}

function readReviews(cards: CardTable, store: Scan): ReviewColumns {
  const reviews = new ReviewColumns();
  const few = cards.selectedCount < cards.size * MAX_LOOKED_UP;
  store.scanReviews(few ? cards.selectedKeys() : null, reviews.push);
  reviews.sort();
  return reviews;
}

function forecastOf(query: Query, moment: Moment, store: StatsStore): DueForecast {
  const days = store
    .forecast(query, moment, FORECAST_DAYS)
    .map(({ day, due }) => ({ date: formatStudyDay(day), due }));
  return { days, total: days.reduce((sum, { due }) => sum + due, 0) };
}

function hardCards(keys: readonly number[], moment: Moment, store: Scan): HardCard[] {
  return keys.map((key) => {
    const { card, memory, retrievability } = store.cardOfKey(key, moment);
    return {
      id: card.id,
      question: card.question,
      module: card.module.title,
      part: card.module.part,
      companies: card.companies,
      stars: card.stars,
      reps: memory.reps,
      lapses: memory.lapses,
      difficulty: memory.difficulty ?? 0,
      stability: memory.stability ?? 0,
      retrievability: retrievability ?? 0,
      leech: memory.leech,
      suspended: memory.suspended,
    };
  });
}

function dateOf(day: StudyDay | null): string | null {
  return day === null ? null : formatStudyDay(day);
}

import type { CardId, StudyDay } from '../../model/ids.js';
import type { Rating } from '../../model/rating.js';
import { parseQuery } from '../../query/parse.js';
import { likelyConfig, likelyReviews } from '../../schedule/likely-reviews.js';
import { studyDayOf } from '../../schedule/study-day.js';
import type { Cards } from '../cards/ports.js';
import type { Journal, PastEvent } from '../review/ports.js';
import { pastDays, type ScheduleRequest } from './schedules.js';

/** What another program knows of a card's past. */
export interface ForeignPast {
  /** Keys of its text (`textKey`), any of which may be that of the card here. */
  readonly texts: readonly string[];
  readonly reviews: readonly { readonly at: number; readonly rating: Rating }[];
  /** When it is due, after how many days; null where that is not known. */
  readonly schedule: { readonly due: StudyDay; readonly intervalDays: number } | null;
}

/** How many cards got a memory. */
export interface TakenHistories {
  /** By their reviews, one by one. */
  readonly exact: number;
  /** By their interval alone. */
  readonly approximate: number;
  /** Histories of which there is no card here, or one that has reviews of its own. */
  readonly without: number;
}

/**
 * Gives new cards the past that another program knows of them, by their texts. Reviews in the
 * future are left out.
 */
export function takeHistories(
  histories: readonly ForeignPast[],
  { device, keyOf }: { device: string; keyOf: (question: string, answer: string) => string },
  request: ScheduleRequest,
  store: Cards & Journal,
): TakenHistories {
  const fresh = new Map<string, CardId>();
  for (const { card } of store.find(parseQuery('is:new'), request.moment)) {
    fresh.set(keyOf(card.question, card.answer), card.id);
  }
  const counts = { exact: 0, approximate: 0, without: 0 };
  const events = histories.flatMap((history): PastEvent[] => {
    const key = history.texts.find((text) => fresh.has(text));
    const card = fresh.get(key ?? '');
    const past = card === undefined ? [] : pastOf(card, history, request);
    if (key === undefined || past.length === 0) counts.without++;
    else counts[history.reviews.length > 0 ? 'exact' : 'approximate']++;
    fresh.delete(key ?? '');
    return past;
  });
  store.appendPast(events, device, likelyConfig(request.config));
  return counts;
}

function pastOf(card: CardId, history: ForeignPast, request: ScheduleRequest): PastEvent[] {
  const { moment, zone, dayStart, config } = request;
  const { reviews, schedule } = history;
  if (reviews.length > 0) {
    return reviews
      .filter(({ at }) => at <= moment.now)
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, rating }, index) => ({
        ...{ card, at, rating, day: studyDayOf(at, zone, dayStart) },
        ...{ kind: 'review', durationMs: 0, reviewKind: index === 0 ? 'learn' : 'review' },
      }));
  }
  if (schedule === null) return [];
  const { due, intervalDays } = schedule;
  const days = likelyReviews(card, due, intervalDays, moment.today, likelyConfig(config));
  return pastDays(card, days, request);
}

import type { RetentionWindow } from './review-figures.js';

/**
 * What the figures are called, on the screen and on the page. The rows of CSV go by
 * the names of the fields, as programs do.
 */
export const TITLES = {
  calendar: 'Reviews by day',
  hours: 'Reviews by hour',
  forecast: 'Due on the coming days',
  retention: 'True retention',
  ratings: 'Ratings',
  interval: 'Interval',
  stability: 'Stability',
  difficulty: 'Difficulty',
  retrievability: 'Retrievability',
  time: 'Time a card',
  points: 'Points missed most',
  hardest: 'Hardest to recall',
  leeches: 'Leeches',
} as const;

/** What the spans of true retention are called. */
export const WINDOW_NAMES: Readonly<Record<RetentionWindow, string>> = {
  today: 'today',
  yesterday: 'yesterday',
  week: 'last 7 d',
  month: 'last 30 d',
  year: 'last year',
  ever: 'ever',
  period: 'period',
};

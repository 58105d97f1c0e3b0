import type { CardId } from '../model/ids.js';
import type { Session } from './session-state.js';

/** What a session came to. */
export interface SessionSummary {
  /** Different cards rated. */
  readonly cards: number;
  readonly reviews: number;
  /** Time spent on the cards, ms. */
  readonly durationMs: number;
  /** Share of ratings better than Again, 0..1; null before the first rating. */
  readonly accuracy: number | null;
  /** Cards rated Again, and not rated better in a cram since, in order of their first miss. */
  readonly missed: readonly CardId[];
  readonly introduced: number;
}

/** Sums a session up. */
export function summarize(session: Session): SessionSummary {
  const { reviews } = session;
  const hits = reviews.filter((review) => review.rating > 1).length;
  return {
    cards: new Set(reviews.map((review) => review.card)).size,
    reviews: reviews.length,
    durationMs: reviews.reduce((sum, review) => sum + review.durationMs, 0),
    accuracy: reviews.length === 0 ? null : hits / reviews.length,
    missed: missedIn(reviews),
    introduced: reviews.filter((review) => review.stateBefore === 'new').length,
  };
}

function missedIn(reviews: Session['reviews']): CardId[] {
  const missed = new Set<CardId>();
  for (const { card, rating, cram } of reviews) {
    if (rating === 1) missed.add(card);
    else if (cram) missed.delete(card);
  }
  return [...missed];
}

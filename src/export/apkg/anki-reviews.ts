import type { AnkiReview } from '../../model/anki.js';
import type { ReviewKind } from '../../model/event.js';
import type { Memory } from '../../model/memory.js';
import type { Rating } from '../../model/rating.js';
import { MAX_DURATION_MS } from '../../model/review-copy.js';

/** One thing of a card's history that Anki's review log holds, with what it made of the card. */
export interface HistoryStep {
  readonly kind: ReviewKind | 'forget';
  /** ms since 1970. */
  readonly at: number;
  /** Null where it was a "forget". */
  readonly rating: Rating | null;
  readonly durationMs: number;
  readonly before: Memory;
  readonly after: Memory;
}

const TYPES = { learn: 0, review: 1, relearn: 2, cram: 3, forget: 4 } as const;

/** Returns the rows of Anki's review log for one card; `taken` holds the ids of all rows so far. */
export function ankiReviews(
  card: number,
  steps: readonly HistoryStep[],
  taken: Set<number>,
): AnkiReview[] {
  return steps.map((step) => ({
    id: freeId(step.at, taken),
    card,
    ease: step.rating ?? 0,
    interval: step.kind === 'forget' ? 0 : intervalOf(step.after),
    lastInterval: intervalOf(step.before),
    factor: factorOf(step),
    durationMs: Math.min(step.durationMs, MAX_DURATION_MS),
    type: TYPES[step.kind],
  }));
}

// Anki identifies a review by its millisecond: two of one cannot be.
function freeId(at: number, taken: Set<number>): number {
  let id = at;
  while (taken.has(id)) id++;
  taken.add(id);
  return id;
}

/** Days, or within learning steps seconds as a negative number. */
function intervalOf(memory: Memory): number {
  if (memory.dueAt === null) return memory.intervalDays;
  return -Math.max(1, Math.round((memory.dueAt - (memory.lastAt ?? memory.dueAt)) / 1000));
}

/*
 * With FSRS, Anki's log gives the difficulty where SM-2 gave the ease, 1..10
 * shifted to 100..1100; 0 says that the review changed no schedule.
 */
function factorOf({ kind, after }: HistoryStep): number {
  if (kind === 'cram' || kind === 'forget' || after.difficulty === null) return 0;
  return Math.round(100 + (1000 * (after.difficulty - 1)) / 9);
}

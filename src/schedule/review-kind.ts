import { ANKI, type ReviewEvent, type ReviewKind } from '../model/event.js';
import type { CardState, Memory } from '../model/memory.js';

/** Returns what a review of a card in this state is for. */
export function reviewKind(state: CardState): ReviewKind {
  if (state === 'review') return 'review';
  return state === 'relearning' ? 'relearn' : 'learn';
}

/**
 * Returns what a review was for by the memory that it found: not what its
 * device took it for, which need not have known of all that came before it.
 * Cramming is what the person chose, and what a review in Anki was for, Anki.
 */
export function foldedKind(event: ReviewEvent, memory: Memory): ReviewKind {
  if (event.reviewKind === 'cram' || event.device === ANKI) return event.reviewKind;
  return reviewKind(memory.state);
}

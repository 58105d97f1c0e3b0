import type { MemoryModel } from '../schedule/memory-model.js';
import type { Memories } from './memories.js';

/** Cards that stand for all: with more of them a rehearsal says no more, but takes longer. */
const MAX = 64;
/** Of long preparations there are fewer, so that they and their sessions are no more than this. */
const CARD_SESSIONS = 2600;
const MIN = 16;

/** A few cards that stand for many alike. */
export interface StandIns {
  /** Their indices. */
  readonly cards: readonly number[];
  /** By card, which of them stands for it. */
  readonly of: Int32Array;
}

/** Puts cards in order of their recall at the deadline, new ones first, and takes one of each run. */
export function standIns(
  memories: Memories,
  model: MemoryModel,
  deadline: number,
  sessions: number,
): StandIns {
  const recall = Float64Array.from({ length: memories.size }, (_, card) =>
    memories.recall(model, card, deadline),
  );
  const order = Array.from(recall.keys()).sort(
    (a, b) => (recall[a] ?? 0) - (recall[b] ?? 0) || a - b,
  );
  const most = Math.min(MAX, Math.max(MIN, Math.round(CARD_SESSIONS / sessions)));
  const count = Math.min(most, order.length);
  const of = new Int32Array(order.length);
  order.forEach((card, place) => {
    of[card] = Math.floor((place * count) / order.length);
  });
  const cards = Array.from(
    { length: count },
    (_, run) => order[Math.floor(((run + 0.5) * order.length) / count)] ?? 0,
  );
  return { cards, of };
}

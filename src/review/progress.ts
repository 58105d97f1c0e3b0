import type { CardId } from '../model/ids.js';
import type { Pools } from '../model/queue.js';
import { counted, grouped } from '../model/text/counted.js';
import { remaining } from './pools.js';
import type { Session } from './session-state.js';

/** How far a session is. */
export interface Progress {
  readonly done: number;
  /** Null where a plan goes by minutes, and chooses anew after each card. */
  readonly total: number | null;
}

/**
 * Counts a session's cards: those rated in it and those left, each once however
 * often it comes round; done is one that comes no more today. Where a limit of
 * ratings ends it before its cards do, ratings are counted. So the end stays
 * what it is while cards are rated.
 */
export function progressOf({ pools, reviews, options }: Session): Progress {
  const rated = new Set(reviews.map(({ card }) => card));
  const done = rated.size - countIn(pools, rated);
  if (pools.planned !== undefined) return { done, total: null };
  const total = done + remaining(pools);
  const { limit } = options;
  return limit !== null && limit <= total
    ? { done: reviews.length, total: limit }
    : { done, total };
}

/** How far it is, in a word or two: `3/10 done`. */
export function progressText({ done, total }: Progress): string {
  return total === null ? `${done} done` : `${done}/${total} done`;
}

/** Says how the end of a session has moved while it went on; null where it stayed. */
export function endMoved(before: Session, after: Session): string | null {
  const from = progressOf(before).total;
  const to = progressOf(after).total;
  if (from === null || to === null || from === to || after.phase === 'finished') return null;
  const by = counted(Math.abs(to - from), to > from ? 'more card' : 'fewer card');
  return `${by} in this session: ${grouped(to)} in all.`;
}

function countIn({ learning, reviews, fresh, planned = [] }: Pools, ids: ReadonlySet<CardId>) {
  let count = 0;
  for (const pool of [learning, reviews, fresh, planned]) {
    for (const { id } of pool) if (ids.has(id)) count++;
  }
  return count;
}

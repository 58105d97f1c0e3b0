import type { Dynamics } from './dynamics.js';
import type { Memories } from './memories.js';
import { makeOutcomes, type Outcomes, writeReview } from './memory-grid.js';
import type { Stage } from './stages.js';

/** Cards that are alike, with what one review of them leads to at each stage. */
export interface CardClass {
  readonly count: number;
  /** Recall at the deadline if never reviewed again, 0..1. */
  readonly unreviewed: number;
  /** Outcomes of the next review, by stage; null for new cards, whose first day is the same ever. */
  readonly outcomes: Outcomes | null;
}

/** Classes of cards seen: more make prices no better, and take time. */
const MOST_CLASSES = 32;

/** The instants of a look ahead, in days on the scale of the memories. */
export interface Times {
  /** Today. */
  readonly day: number;
  readonly deadline: number;
}

/**
 * Sorts cards into classes: new cards are one; cards seen are put in order of
 * their recall at the deadline and cut into runs, each with its middle card for
 * all of them.
 */
export function classesOf(
  memories: Memories,
  dynamics: Dynamics,
  stages: readonly Stage[],
  times: Times,
): CardClass[] {
  const seen = byRecall(memories, dynamics, times.deadline);
  const classes: CardClass[] = [];
  const fresh = memories.size - seen.length;
  if (fresh > 0) classes.push({ count: fresh, unreviewed: 0, outcomes: null });
  const runs = Math.min(MOST_CLASSES, seen.length);
  for (let run = 0; run < runs; run++) {
    const from = Math.floor((run * seen.length) / runs);
    const to = Math.floor(((run + 1) * seen.length) / runs);
    const middle = seen[(from + to) >> 1] ?? 0;
    classes.push({
      count: to - from,
      unreviewed: memories.recall(dynamics.model, middle, times.deadline),
      outcomes: outcomesOf(memories, middle, dynamics, stages, times.day),
    });
  }
  return classes;
}

function byRecall(memories: Memories, { model }: Dynamics, deadline: number): Int32Array {
  const recall = new Float64Array(memories.size);
  const seen = new Int32Array(memories.size);
  let count = 0;
  for (let card = 0; card < memories.size; card++) {
    if (memories.isNew(card)) continue;
    recall[card] = memories.recall(model, card, deadline);
    seen[count++] = card;
  }
  return seen.subarray(0, count).sort((a, b) => (recall[a] ?? 0) - (recall[b] ?? 0) || a - b);
}

function outcomesOf(
  memories: Memories,
  card: number,
  { model }: Dynamics,
  stages: readonly Stage[],
  today: number,
): Outcomes {
  const outcomes = makeOutcomes(stages.length);
  const stability = memories.stability[card] ?? 1;
  const difficulty = memories.difficulty[card] ?? 1;
  const elapsed = today - (memories.last[card] ?? 0);
  stages.forEach(({ day }, stage) => {
    writeReview(outcomes, stage, model, stability, difficulty, elapsed + day);
  });
  return outcomes;
}

import type { Memories } from './memories.js';
import { type Dynamics, makeOutcomes, type Outcomes } from './memory-grid.js';
import type { Stage } from './stages.js';

/** Cards that are alike, with what one review of them leads to at each stage. */
export interface CardClass {
  readonly count: number;
  /** Recall at the deadline if never reviewed again, 0..1. */
  readonly unreviewed: number;
  /** Outcomes of the next review, by stage. */
  readonly outcomes: Outcomes;
  /** Expected seconds of the next review, by stage. */
  readonly seconds: Float64Array;
}

/** Classes of cards seen: more make prices no better, and take time. */
const MOST_CLASSES = 100;

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
  const seen: number[] = [];
  for (let card = 0; card < memories.size; card++) if (!memories.isNew(card)) seen.push(card);
  const classes: CardClass[] = [];
  const fresh = memories.size - seen.length;
  if (fresh > 0) classes.push(freshClass(fresh, dynamics, stages));
  const recall = new Map(
    seen.map((card) => [card, memories.recall(dynamics.model, card, times.deadline)]),
  );
  seen.sort((a, b) => (recall.get(a) ?? 0) - (recall.get(b) ?? 0) || a - b);
  const runs = Math.min(MOST_CLASSES, seen.length);
  for (let run = 0; run < runs; run++) {
    const from = Math.floor((run * seen.length) / runs);
    const to = Math.floor(((run + 1) * seen.length) / runs);
    const middle = seen[(from + to) >> 1] ?? 0;
    classes.push({ ...cardClass(memories, middle, dynamics, stages, times), count: to - from });
  }
  return classes;
}

function freshClass(count: number, dynamics: Dynamics, stages: readonly Stage[]): CardClass {
  const outcomes = makeOutcomes(stages.length);
  const seconds = Float64Array.from(stages, (_, stage) => dynamics.learn(outcomes, stage));
  return { count, unreviewed: 0, outcomes, seconds };
}

function cardClass(
  memories: Memories,
  card: number,
  dynamics: Dynamics,
  stages: readonly Stage[],
  { day, deadline }: Times,
): CardClass {
  const outcomes = makeOutcomes(stages.length);
  const stability = memories.stability[card] ?? 1;
  const difficulty = memories.difficulty[card] ?? 1;
  const elapsed = day - (memories.last[card] ?? 0);
  const seconds = Float64Array.from(stages, (stage, index) =>
    // The class is only entered at stages with time to pass since the last review.
    dynamics.review(outcomes, index, stability, difficulty, elapsed + stage.day),
  );
  return {
    count: 1,
    unreviewed: memories.recall(dynamics.model, card, deadline),
    outcomes,
    seconds,
  };
}

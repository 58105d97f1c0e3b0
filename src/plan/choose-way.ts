import type { Crowd } from './crowd.js';
import { STEADY, WAYS, type Way } from './way.js';

/** How many of the crowd have gone each way after each round; the worse half then goes no further. */
const ROUNDS = [2, 3, 5, 8];
const KEPT = 0.45;
/** Recall, 0..1, by which another way must be better than the steady one: memory may not be as believed. */
const DOUBT = 0.008;

/** Returns the way that brings most recall over people: each is tried on more the better it is. */
export function chooseWay(crowd: Crowd): Way {
  let trials = WAYS.map((way) => ({ way, sum: 0 }));
  let people = 0;
  for (const until of ROUNDS) {
    for (; people < until; people++) {
      for (const trial of trials) {
        const doubt = trial.way === STEADY ? DOUBT : 0;
        trial.sum += crowd.rehearse(people, trial.way).recall + doubt;
      }
    }
    trials.sort((a, b) => b.sum - a.sum);
    trials = trials.slice(0, Math.max(2, Math.ceil(KEPT * trials.length)));
  }
  return trials[0]?.way ?? STEADY;
}

import { BLOCKED } from './blocked.js';
import { Expanding } from './expanding.js';
import { fsrsRival } from './fsrs.js';
import { GREEDY } from './greedy.js';
import { RANDOM } from './random.js';
import type { Rival } from './rival.js';

/** The rivals by name, each made anew for a preparation: it may remember. */
export const RIVALS: Readonly<Record<string, () => Rival>> = {
  greedy: () => GREEDY,
  blocked: () => BLOCKED,
  expanding: () => new Expanding(),
  random: () => RANDOM,
  'FSRS 0.9': () => fsrsRival(0.9),
  'FSRS 0.95': () => fsrsRival(0.95),
};

import { type Cell, cellName } from './cells.js';
import { Learner } from './learner.js';
import { memoryStore } from './memory-store.js';
import { playRival } from './play-rival.js';
import { playViva } from './play-viva.js';
import type { Played } from './played.js';
import { type Store, seededRandom } from './product.js';
import { RIVALS } from './rivals/list.js';
import { calendarOf } from './sessions.js';
import { VIVA } from './standings.js';
import { TRUTHS } from './truths/list.js';

/** Every way to prepare, viva first. */
export const WAYS: readonly string[] = [VIVA, ...Object.keys(RIVALS)];

/** What is to be played: who prepares for what, and how. */
export interface Game {
  readonly cell: Cell;
  /** 0, 1, 2 …: the same person under all ways. */
  readonly person: number;
  readonly way: string;
  /** Ask viva for its forecasts? */
  readonly foretells: boolean;
  /** The store that viva is played on; one in memory if not said. */
  readonly store?: Store;
}

/** Plays one person's preparation. The same game gives the same, always. */
export function play({ cell, person, way, foretells, store }: Game): Played {
  const seed = seedOf(cell, person);
  const calendar = calendarOf(cell, seededRandom(seed + 1));
  const truth = TRUTHS.find(({ name }) => name === cell.truth);
  if (truth === undefined) throw new Error(`there is no truth ${cell.truth}`);
  const learner = new Learner(truth, cell.cards, seed, calendar.days[0]?.startAt ?? 0);
  if (way === VIVA) {
    return playViva(cell, calendar, learner, foretells, store ?? memoryStore(cell.cards));
  }
  const rival = RIVALS[way];
  if (rival === undefined) throw new Error(`there is no way ${way}`);
  return playRival(cell, calendar, rival(), learner, seededRandom(seed + 2));
}

/** A number that is another one for every cell and person (FNV-1a). */
function seedOf(cell: Cell, person: number): number {
  let hash = 0x811c9dc5;
  for (const letter of `${cellName(cell)} ${person}`) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  }
  return hash >>> 0;
}

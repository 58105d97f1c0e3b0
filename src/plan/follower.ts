import type { Guide } from './guide.js';
import type { Memories } from './memories.js';
import { makePlaces, type Places, place, valueAt } from './memory-grid.js';
import { SAME_DAY } from './planner.js';
import type { PlanDay, Policy } from './policy.js';
import { worthiest } from './worthiest.js';

/** Chooses each day's cards as the planner does, but by a day's guide, made for many people. */
export class Follower implements Policy {
  readonly #guideOn: (today: PlanDay, memories: Memories) => Guide;
  #places: Places = makePlaces(0);
  /** Stability of the memory whose place is noted, by card: it changes with every review. */
  #placed = new Float64Array();
  #worth = new Float64Array();

  /** `guideOn` gives the guide of a day. */
  constructor(guideOn: (today: PlanDay, memories: Memories) => Guide) {
    this.#guideOn = guideOn;
  }

  choose(memories: Memories, today: PlanDay): readonly number[] {
    const guide = this.#guideOn(today, memories);
    if (this.#placed.length !== memories.size) {
      this.#places = makePlaces(memories.size);
      this.#placed = new Float64Array(memories.size);
      this.#worth = new Float64Array(memories.size);
    }
    const worth = this.#worth;
    const most = Math.ceil(guide.pace * today.seconds) + 1;
    const seen = worthiest(this.#seen(memories, today.day, guide), worth, most);
    if (guide.fresh <= guide.floor) return seen;
    const before = seen.findIndex((card) => (worth[card] ?? 0) < guide.fresh);
    const fresh = newCards(memories, most);
    if (before === -1) return [...seen, ...fresh];
    return [...seen.slice(0, before), ...fresh, ...seen.slice(before)];
  }

  /** The cards seen before that are worth a review today; notes what they are worth. */
  #seen(memories: Memories, day: number, guide: Guide): number[] {
    const chosen: number[] = [];
    for (let card = 0; card < memories.size; card++) {
      const stability = memories.stability[card] ?? 0;
      const elapsed = day - (memories.last[card] ?? 0);
      if (stability === 0 || elapsed < SAME_DAY) continue;
      if (this.#placed[card] !== stability) {
        place(this.#places, card, stability, memories.difficulty[card] ?? 1);
        this.#placed[card] = stability;
      }
      const worth = valueAt(guide.worth(elapsed), 0, this.#places, card);
      this.#worth[card] = worth;
      if (worth > guide.floor) chosen.push(card);
    }
    return chosen;
  }
}

/** The first new cards, so many at most. */
function newCards(memories: Memories, most: number): number[] {
  const fresh: number[] = [];
  for (let card = 0; card < memories.size && fresh.length < most; card++) {
    if (memories.isNew(card)) fresh.push(card);
  }
  return fresh;
}

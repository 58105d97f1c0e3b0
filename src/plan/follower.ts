import type { Guide } from './guide.js';
import type { Memories } from './memories.js';
import { makePlaces, type Places, place, valueAt } from './memory-grid.js';
import { SAME_DAY, secondsOf } from './planner.js';
import type { PlanDay, Policy } from './policy.js';
import type { SharedCourse } from './shared-course.js';
import { NEARLY, worthTheirTime } from './worth-its-time.js';
import { worthiest } from './worthiest.js';

/** Chooses each day's cards as the planner does, but by a day's guide, made for many people. */
export class Follower implements Policy {
  readonly #course: Pick<SharedCourse, 'guideOn' | 'askedOn'>;
  #places: Places = makePlaces(0);
  /** Stability of the memory whose place is noted, by card: it changes with every review. */
  #placed = new Float64Array();
  #worth = new Float64Array();

  constructor(course: Pick<SharedCourse, 'guideOn' | 'askedOn'>) {
    this.#course = course;
  }

  choose(memories: Memories, today: PlanDay): readonly number[] {
    const guide = this.#course.guideOn(today, memories);
    const asked = this.#course.askedOn(today, memories);
    if (this.#placed.length !== memories.size) {
      this.#places = makePlaces(memories.size);
      this.#placed = new Float64Array(memories.size);
      this.#worth = new Float64Array(memories.size);
    }
    const most = Math.ceil(guide.pace * Math.min(asked, today.seconds)) + 1;
    return worthTheirTime(
      this.#order(memories, today.day, guide, most),
      (card) => (memories.isNew(card) ? guide.fresh : (this.#worth[card] ?? 0)),
      (card) => secondsOf(card, memories, guide.dynamics, today.day),
      { floor: guide.floor, asked },
    );
  }

  /** The cards at least nearly worth their time, those worth most first: as many as one can review. */
  #order(memories: Memories, day: number, guide: Guide, most: number): number[] {
    const seen = worthiest(this.#seen(memories, day, guide), this.#worth, most);
    if (guide.fresh <= NEARLY * guide.floor) return seen;
    const before = seen.findIndex((card) => (this.#worth[card] ?? 0) < guide.fresh);
    const fresh = newCards(memories, most);
    if (before === -1) return [...seen, ...fresh];
    return [...seen.slice(0, before), ...fresh, ...seen.slice(before)];
  }

  /** The cards seen before that are at least nearly worth a review; notes what they are worth. */
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
      if (worth > NEARLY * guide.floor) chosen.push(card);
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

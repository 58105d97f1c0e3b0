import type { Dynamics } from './dynamics.js';
import { Guide } from './guide.js';
import type { Memories } from './memories.js';
import { lookAhead, scaleOf } from './planner.js';
import type { PlanDay } from './policy.js';
import { type KnownPrices, knownPrices } from './prices.js';

/** How carefully a course is looked for. */
export interface Care {
  /** One in so many of the days left passes between looks ahead. */
  readonly looks: number;
  /** Rounds of a later search for prices, which have moved little since the one before. */
  readonly rounds: number;
}

/** A guide with the days it is good for, `until` not among them. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly guide: Guide;
}

/**
 * One course for many people who prepare for the same day with the same time.
 * The first who asks for the guide of a day is looked ahead for; whoever comes
 * after follows the prices found then. So the first should be someone whose
 * memory is as it is believed to be. A look ahead is good until a part of the
 * days that are left has gone by.
 */
export class SharedCourse {
  readonly #dynamics: Dynamics;
  readonly #target: number;
  readonly #care: Care;
  readonly #spans: Span[] = [];
  /** By day, the mean recall at the deadline that the first had without a further review. */
  readonly #means = new Map<number, number>();
  #known: KnownPrices | null = null;

  /**
   * Takes the mean recall to stop at, 0..1.
   */
  constructor(dynamics: Dynamics, target: number, care: Care) {
    this.#dynamics = dynamics;
    this.#target = target;
    this.#care = care;
  }

  /** Gives the guide of a day, looking ahead from `memories` where there is none. */
  guideOn(today: PlanDay, memories: Memories): Guide {
    const { day } = today;
    const found = this.#spans.find(({ from, until }) => from <= day && day < until);
    if (found !== undefined) return found.guide;
    const guide = this.#look(today, memories);
    const days = Math.max(1, Math.floor((today.deadline - day) / this.#care.looks));
    this.#spans.push({ from: day, until: day + days, guide });
    return guide;
  }

  /**
   * Seconds that a day asks of someone: what it asks of the first, and what
   * makes up for as much recall as they are behind or ahead by now, at the least
   * that a second is to bring.
   */
  askedOn(today: PlanDay, memories: Memories): number {
    const { asked, floor } = this.guideOn(today, memories);
    if (asked === Number.POSITIVE_INFINITY) return asked;
    const mean = memories.meanRecall(this.#dynamics.model, today.deadline);
    const first = this.#means.get(today.day) ?? mean;
    this.#means.set(today.day, first);
    return Math.max(0, asked + ((first - mean) * memories.size) / floor);
  }

  #look(today: PlanDay, memories: Memories): Guide {
    const outlook = lookAhead(memories, this.#dynamics, today, this.#target, this.#known);
    this.#known = {
      ...knownPrices(outlook.lookahead, outlook.course.floor),
      rounds: this.#care.rounds,
    };
    return new Guide(this.#dynamics, scaleOf(outlook));
  }
}

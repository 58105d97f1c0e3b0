import { clamp, sumOf } from './arithmetic.js';
import type { CardClass } from './card-classes.js';
import type { Flow, Lookahead } from './lookahead.js';

/** The course found: what it brings, and the least price of a second worth spending. */
export interface Course extends Flow {
  readonly floor: number;
}

/** What the cards may cost together, and what they are to reach. */
export interface Aim {
  /** Seconds of each stage's budget. */
  readonly budget: Float64Array;
  /** Mean recall at which no more time is to be spent, 0..1. */
  readonly target: number;
}

const HOT = 0.02;
const COLD = 0.003;
/** Where a search goes on from known prices. */
const WARM = 0.003;
/** Rounds of improvement from nothing. */
const COLD_START_ROUNDS = 20;
/** Rounds from the prices of the day before: so many over the stages, within bounds. */
const WARM_START_WORK = 120;
const DEAREST = 0.05;
const CHEAPEST = 1e-5;
const HALVINGS = 8;
/** A price found by so many halvings is at most by this part too dear. */
const CHEAPER = 0.96;
const PACE = 7;
/** How far the floor moves, in logarithms, a target's worth of excess; and a round at most. */
const FLOOR_PACE = 0.3;
const FLOOR_STEP = 0.2;
/** Of a target at nearly 1, what it leaves out counts as this much. */
const LEAST_LEFT_OUT = 0.001;

/** Prices found before, to start from: by days to the deadline, nearest first. */
export interface KnownPrices {
  readonly floor: number;
  /** Rounds to improve them by; as many as are worth their time if not said. */
  readonly rounds?: number;
  readonly daysLeft: readonly number[];
  readonly prices: readonly number[];
}

/**
 * Finds prices of time at which the cards ask for no more than each stage
 * holds, and for nothing that the target has no need of; leaves `lookahead`
 * valued under them, and gives the flow. Starts from `known` prices if given.
 *
 * The prices are the multipliers of the Lagrangian relaxation of the budget,
 * found by multiplicative dual descent with falling temperature, after one
 * price for all stages was found by bisection. A target that is reached puts a
 * floor under them: the price at which recall is no more than the target. A
 * stage's price is the floor and what its own budget asks for beyond it, so
 * that where there is time to spare prices follow the floor at once.
 */
export function findPrices(
  lookahead: Lookahead,
  classes: readonly CardClass[],
  aim: Aim,
  known: KnownPrices | null,
): Course {
  const search = new Search(lookahead, classes, aim);
  if (known === null) search.start();
  else search.resume(known);
  const warm = clamp(Math.round(WARM_START_WORK / lookahead.stages.length), 6, 16);
  const rounds = known === null ? COLD_START_ROUNDS : (known.rounds ?? warm);
  for (let round = 0; round < rounds; round++) {
    search.step(known === null ? HOT * (COLD / HOT) ** (round / rounds) : WARM);
  }
  return { ...search.flow(), floor: search.floor };
}

/** Gives the prices of a look ahead, to start the next day's search from. */
export function knownPrices(lookahead: Lookahead, floor: number): KnownPrices {
  return {
    floor,
    daysLeft: lookahead.stages.map(({ day }) => lookahead.horizon - day).reverse(),
    prices: [...lookahead.prices].reverse(),
  };
}

class Search {
  #floor = CHEAPEST;
  /** How much of a step the floor takes: less each time it has gone too far. */
  #care = 1;
  #excess = 0;
  #cooling = 1;
  readonly #lookahead: Lookahead;
  readonly #classes: readonly CardClass[];
  readonly #aim: Aim;
  readonly #cards: number;

  constructor(lookahead: Lookahead, classes: readonly CardClass[], aim: Aim) {
    this.#lookahead = lookahead;
    this.#classes = classes;
    this.#aim = aim;
    this.#cards = classes.reduce((sum, group) => sum + group.count, 0);
  }

  /** One price for all stages: what the budget asks for, or the target if that is dearer. */
  start(): void {
    const total = sumOf(this.#aim.budget);
    const enough = this.#aim.target * this.#cards;
    this.#lookahead.temperature = HOT;
    const price = this.#bisect(({ seconds, recall }) => sumOf(seconds) > total || recall > enough);
    // Where it is the target that asks for it, that price is the floor.
    this.#lookahead.prices.fill(price * CHEAPER);
    if (this.flow().recall > enough) this.#floor = price;
    this.#lookahead.prices.fill(price);
  }

  resume({ floor, daysLeft, prices }: KnownPrices): void {
    this.#floor = floor;
    this.#lookahead.stages.forEach(({ day }, stage) => {
      const at = interpolated(daysLeft, prices, this.#lookahead.horizon - day);
      this.#lookahead.prices[stage] = at;
    });
  }

  #bisect(isTooCheap: (flow: Flow) => boolean): number {
    let low = Math.log(CHEAPEST);
    let high = Math.log(DEAREST);
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (low + high) / 2;
      this.#lookahead.prices.fill(Math.exp(middle));
      if (isTooCheap(this.flow())) low = middle;
      else high = middle;
    }
    return Math.exp(high);
  }

  step(temperature: number): void {
    const lookahead = this.#lookahead;
    // Where nearly all is known, choices differ by less.
    lookahead.temperature = temperature * this.#cooling;
    const { seconds, recall } = this.flow();
    const pace = PACE * temperature;
    this.#cooling = clamp(8 * (1 - recall / this.#cards), 0.2, 1);
    const before = this.#floor;
    this.#floor = this.#floorAfter(recall / this.#cards);
    lookahead.prices.forEach((price, stage) => {
      const over = (seconds[stage] ?? 0) / (this.#aim.budget[stage] ?? 1) - 1;
      const extra = price - before + pace * price * clamp(over, -1, 2);
      lookahead.prices[stage] = this.#floor + Math.max(0, extra);
    });
  }

  /**
   * What recall a dearer second loses is about proportional to what is not
   * recalled; so the way to the target is measured by what that leaves out.
   * Where cards are alike, nearly all are worth their time or none, by a hair:
   * so the floor goes more and more carefully as long as it goes to and fro.
   */
  #floorAfter(recall: number): number {
    const { target } = this.#aim;
    const excess = (recall - target) / Math.max(LEAST_LEFT_OUT, 1 - target);
    this.#care = excess * this.#excess < 0 ? this.#care / 2 : Math.min(1, this.#care * 1.05);
    this.#excess = excess;
    const step = this.#care * clamp(FLOOR_PACE * excess, -FLOOR_STEP, FLOOR_STEP);
    return Math.max(CHEAPEST, this.#floor * Math.exp(step));
  }

  flow(): Flow {
    this.#lookahead.value();
    return this.#lookahead.flow(this.#classes);
  }

  get floor(): number {
    return this.#floor;
  }
}

/** Value at a place between known ones, places rising; held constant outside them. */
function interpolated(places: readonly number[], values: readonly number[], at: number): number {
  const after = places.findIndex((place) => place >= at);
  if (after === -1) return values.at(-1) ?? CHEAPEST;
  const high = places[after] ?? at;
  const low = places[after - 1] ?? high;
  const part = high === low ? 1 : (at - low) / (high - low);
  const last = values[after] ?? CHEAPEST;
  return last + (1 - part) * ((values[after - 1] ?? last) - last);
}

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
const DEAREST = 0.05;
const CHEAPEST = 1e-5;
const HALVINGS = 9;
const PACE = 15;

/**
 * Finds prices of time at which the cards ask for no more than each stage
 * holds, and for nothing that the target has no need of; leaves `lookahead`
 * valued under them, and gives the flow. `rounds` of improvement: about 30 from
 * nothing, a few when the prices are yesterday's.
 *
 * The prices are the multipliers of the Lagrangian relaxation of the budget,
 * found by multiplicative dual descent with falling temperature, after one
 * price for all stages was found by bisection. A target that is reached puts a
 * floor under them: the price at which recall is no more than the target.
 */
export function findPrices(
  lookahead: Lookahead,
  classes: readonly CardClass[],
  aim: Aim,
  rounds: number,
): Course {
  const cards = classes.reduce((sum, group) => sum + group.count, 0);
  const search = new Search(lookahead, classes, aim, cards);
  search.start();
  for (let round = 0; round < rounds; round++) search.step(round / rounds);
  return { ...search.flow(), floor: search.floor };
}

class Search {
  #floor = CHEAPEST;
  readonly #lookahead: Lookahead;
  readonly #classes: readonly CardClass[];
  readonly #aim: Aim;
  readonly #cards: number;

  constructor(lookahead: Lookahead, classes: readonly CardClass[], aim: Aim, cards: number) {
    this.#lookahead = lookahead;
    this.#classes = classes;
    this.#aim = aim;
    this.#cards = cards;
  }

  /** One price for all stages: what the budget asks for, or the target if that is dearer. */
  start(): void {
    const total = sumOf(this.#aim.budget);
    this.#lookahead.temperature = HOT;
    const scarce = this.#bisect(({ seconds }) => sumOf(seconds) > total);
    this.#floor = this.#bisect(({ recall }) => recall > this.#aim.target * this.#cards);
    this.#lookahead.prices.fill(Math.max(scarce, this.#floor));
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

  step(progress: number): void {
    const lookahead = this.#lookahead;
    lookahead.temperature = HOT * (COLD / HOT) ** progress;
    const { seconds, recall } = this.flow();
    const pace = PACE * lookahead.temperature;
    const excess = recall / this.#cards - this.#aim.target;
    this.#floor = Math.max(CHEAPEST, this.#floor * Math.exp(pace * clamp(10 * excess, -1, 1)));
    lookahead.prices.forEach((price, stage) => {
      const over = (seconds[stage] ?? 0) / (this.#aim.budget[stage] ?? 1) - 1;
      const moved = price * Math.exp(pace * clamp(over, -1, 2));
      lookahead.prices[stage] = Math.max(this.#floor, moved);
    });
  }

  flow(): Flow {
    this.#lookahead.value();
    return this.#lookahead.flow(this.#classes);
  }

  get floor(): number {
    return this.#floor;
  }
}

function sumOf(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

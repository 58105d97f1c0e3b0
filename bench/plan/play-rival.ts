import type { Cell } from './cells.js';
import type { Learner } from './learner.js';
import type { Played, PlayedDay } from './played.js';
import {
  applyReview,
  cardId,
  DEFAULT_SETTINGS,
  type Memory,
  NEW_MEMORY,
  type Random,
  schedulerConfig,
  studyDay,
} from './product.js';
import type { Rival } from './rivals/rival.js';
import { type Calendar, dayOf, type SessionDay } from './sessions.js';

const CONFIG = schedulerConfig(DEFAULT_SETTINGS);
/** A longer answer counts as this much, as the product counts it. */
const MAX_SECONDS = 300;
/** Seconds of steps that a new or forgotten card takes in all, before the person's own are known. */
const STEP_SECONDS = 20;
const PRIOR = 5;
const AHEAD_MS = 20 * 60_000;

/** Lets a person prepare as a rival says, with the product's steps and schedule. */
export function playRival(
  cell: Cell,
  calendar: Calendar,
  rival: Rival,
  learner: Learner,
  random: Random,
): Played {
  const cards: Memory[] = Array.from({ length: cell.cards }, () => NEW_MEMORY);
  const steps = new StepTime();
  const days = calendar.days.map((session): PlayedDay => {
    const order = rival.choose({ ...session, cards, today: dayOf(session.startAt) }, random);
    const sitting = new Session(cards, learner, session, cell.minutes * 60, steps);
    const seconds = sitting.run(order);
    const stopped = learner.recallAt(calendar.deadlineAt);
    return { day: session.day, seconds, late: 0, stopped, said: null };
  });
  return { recall: learner.recallAt(calendar.deadlineAt), days, foretold: [] };
}

/** What the steps that are still to come will take, by what those of other cards took. */
class StepTime {
  /** Seconds of steps so far, by card on its steps. */
  readonly #open = new Map<number, number>();
  #cards = PRIOR;
  #seconds = PRIOR * STEP_SECONDS;

  /** Counts a look after which the card has steps to come, or none. */
  count(card: number, seconds: number, inSteps: boolean, isOpen: boolean): void {
    const spent = (this.#open.get(card) ?? 0) + (inSteps ? seconds : 0);
    if (isOpen) this.#open.set(card, spent);
    else if (this.#open.delete(card)) {
      this.#cards++;
      this.#seconds += spent;
    }
  }

  /** Seconds, all open cards together. */
  toCome(): number {
    const mean = this.#seconds / this.#cards;
    let sum = 0;
    for (const spent of this.#open.values()) sum += Math.max(0, mean - spent);
    return sum;
  }
}

/**
 * One session: steps when they are due, else the next card while there are
 * minutes. Steps that the minutes do not hold are the first of the next one.
 */
class Session {
  readonly #cards: Memory[];
  readonly #learner: Learner;
  readonly #budget: number;
  readonly #steps: Set<number>;
  readonly #stepTime: StepTime;
  #now: number;
  #seconds = 0;
  #counted = 0;

  constructor(
    cards: Memory[],
    learner: Learner,
    { startAt }: SessionDay,
    budget: number,
    stepTime: StepTime,
  ) {
    this.#stepTime = stepTime;
    this.#steps = new Set(cards.flatMap(({ dueAt }, card) => (dueAt === null ? [] : [card])));
    this.#cards = cards;
    this.#learner = learner;
    this.#now = startAt;
    this.#budget = budget;
  }

  run(order: readonly number[]): number {
    const waiting = order.filter((card) => !this.#steps.has(card)).reverse();
    while (this.#counted < this.#budget) {
      const step = this.#nextStep();
      if (step !== null && this.#dueAt(step) <= this.#now) this.#look(step, true);
      else if (waiting.length > 0 && this.#hasTime()) this.#look(waiting.pop() ?? 0, false);
      else if (step !== null && this.#dueAt(step) <= this.#now + AHEAD_MS) this.#look(step, true);
      else break;
    }
    return this.#seconds;
  }

  /** Are there minutes left beside those of the steps to come? */
  #hasTime(): boolean {
    return this.#counted + this.#stepTime.toCome() < this.#budget;
  }

  #nextStep(): number | null {
    let first: number | null = null;
    for (const card of this.#steps) {
      if (first === null || this.#dueAt(card) < this.#dueAt(first)) first = card;
    }
    return first;
  }

  #dueAt(card: number): number {
    return this.#cards[card]?.dueAt ?? Number.POSITIVE_INFINITY;
  }

  #look(card: number, inSteps: boolean): void {
    const { rating, seconds } = this.#learner.look(card, this.#now, inSteps);
    this.#now += seconds * 1000;
    this.#seconds += seconds;
    this.#counted += Math.min(MAX_SECONDS, seconds);
    const at = Math.round(this.#now);
    const review = { card: cardId(`card-${card}`), at, day: studyDay(dayOf(at)), rating };
    const after = applyReview(this.#cards[card] ?? NEW_MEMORY, review, CONFIG);
    this.#cards[card] = after;
    if (after.dueAt === null) this.#steps.delete(card);
    else this.#steps.add(card);
    this.#stepTime.count(card, seconds, inSteps, after.dueAt !== null);
  }
}

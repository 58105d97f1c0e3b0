import {
  type Card,
  type FSRS,
  fsrs,
  GenSeedStrategyWithCardId,
  State,
  type StepUnit,
  StrategyMode,
} from 'ts-fsrs';
import type { CardId, StudyDay } from '../model/ids.js';
import type { CardState, Memory } from '../model/memory.js';
import { DAY_MS } from '../model/moment.js';
import type { Rating } from '../model/rating.js';
import type { SchedulerConfig } from '../model/settings.js';
import { type Step, stepAfter, stepsByRating } from './steps.js';

/** What FSRS makes of one rating. */
export interface Grading {
  readonly state: CardState;
  /** Learning or relearning step, from 0; 0 in review. */
  readonly step: number;
  /** Days until retrievability falls to 90 %. */
  readonly stability: number;
  /** FSRS difficulty, 1..10. */
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  /** Whole days to the next review; 0 within steps of less than a day. */
  readonly intervalDays: number;
  /** ms to the next review within steps of less than a day; else null. */
  readonly delayMs: number | null;
}

/** A card as ts-fsrs takes it, with what its fuzz is seeded by. */
interface EngineCard extends Card {
  readonly fuzzSeed: string;
}

const TO_ENGINE: Readonly<Record<CardState, State>> = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};

const engines = new WeakMap<SchedulerConfig, FSRS>();

/**
 * Rates a card with FSRS-6 as ts-fsrs computes it. Takes the card's memory,
 * the study day of the review (one before the last review counts as the same
 * day: clocks run backwards, travellers cross the date line) and the rating.
 *
 * ts-fsrs counts UTC dates between reviews. It is given a clock in which a UTC
 * date is a study day, so that no zone or hour of day has a say; the time of
 * day itself it needs for nothing. Interval fuzz is seeded by card and number
 * of its review alone: preview, grade and rebuild agree. Unlike in ts-fsrs, a
 * card on a step of a day or more stays in learning.
 */
export function rateCard(
  config: SchedulerConfig,
  card: CardId,
  memory: Memory,
  day: StudyDay,
  rating: Rating,
): Grading {
  const now = Math.max(day, memory.lastDay ?? day) * DAY_MS;
  const engine = engineFor(config);
  const next = engine.next(engineCard(config, card, memory), new Date(now), rating).card;
  const step = stepOf(config, memory, rating);
  const days = step === null ? next.scheduled_days : (step.days ?? 0);
  return {
    state: step === null ? 'review' : learningState(memory.state),
    step: step?.number ?? 0,
    stability: next.stability,
    difficulty: next.difficulty,
    reps: next.reps,
    lapses: next.lapses,
    // ts-fsrs keeps Hard < Good < Easy even where that exceeds the maximum.
    intervalDays: Math.min(days, config.maximumInterval),
    delayMs: step !== null && step.days === null ? next.due.getTime() - now : null,
  };
}

function learningState(before: CardState): CardState {
  return before === 'new' || before === 'learning' ? 'learning' : 'relearning';
}

/**
 * Returns the probability, 0..1, that a card is recalled on a study day, by the
 * days since its last review, as the scheduler sees it when it grades; 1 for a
 * card without stability.
 */
export function recallAt(
  config: SchedulerConfig,
  { stability, lastDay }: Pick<Memory, 'stability' | 'lastDay'>,
  day: StudyDay,
): number {
  if (stability === null || lastDay === null) return 1;
  return engineFor(config).forgetting_curve(Math.max(0, day - lastDay), stability);
}

function engineFor(config: SchedulerConfig): FSRS {
  const known = engines.get(config);
  if (known !== undefined) return known;
  const engine = newEngine(config);
  engines.set(config, engine);
  return engine;
}

function newEngine(config: SchedulerConfig): FSRS {
  const engine = fsrs({
    request_retention: config.retention,
    maximum_interval: config.maximumInterval,
    w: config.weights,
    enable_fuzz: config.fuzz,
    learning_steps: config.learningSteps.filter(isStep),
    relearning_steps: config.relearningSteps.filter(isStep),
  });
  // biome-ignore-start lint/correctness/useHookAtTopLevel: strategies of ts-fsrs, not hooks of React
  return engine
    .useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('fuzzSeed'))
    .useStrategy(StrategyMode.LEARNING_STEPS, stepsByRating);
  // biome-ignore-end lint/correctness/useHookAtTopLevel: as above
}

function engineCard(config: SchedulerConfig, card: CardId, memory: Memory): EngineCard {
  const last = new Date((memory.lastDay ?? 0) * DAY_MS);
  return {
    state: TO_ENGINE[memory.state],
    learning_steps: stepUnder(config, memory),
    stability: memory.stability ?? 0,
    difficulty: memory.difficulty ?? 0,
    reps: memory.reps,
    lapses: memory.lapses,
    scheduled_days: memory.intervalDays,
    elapsed_days: 0,
    due: last,
    ...(memory.lastDay === null ? {} : { last_review: last }),
    // ts-fsrs appends the number of the review.
    fuzzSeed: `${card}-`,
  };
}

/** Returns the step that a rating leads to; null where it leads to review. */
export function stepOf(config: SchedulerConfig, memory: Memory, rating: Rating): Step | null {
  const { parameters } = engineFor(config);
  return stepAfter(parameters, TO_ENGINE[memory.state], stepUnder(config, memory), rating);
}

// Past the last step ts-fsrs lets a card out of learning even on Again; a card
// can stand there when the configuration has fewer steps than the one before.
function stepUnder(config: SchedulerConfig, memory: Memory): number {
  const { learningSteps, relearningSteps } = config;
  const steps = memory.state === 'relearning' ? relearningSteps : learningSteps;
  return Math.max(0, Math.min(memory.step, steps.length - 1));
}

function isStep(text: string): text is StepUnit {
  return /^\d+[mhd]$/.test(text);
}

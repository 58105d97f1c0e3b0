import {
  type Card,
  type FSRS,
  fsrs,
  GenSeedStrategyWithCardId,
  get_fuzz_range,
  State,
  type StepUnit,
  StrategyMode,
} from 'ts-fsrs';
import type { CardId, StudyDay } from '../model/ids.js';
import type { CardState, Memory } from '../model/memory.js';
import { DAY_MS } from '../model/moment.js';
import type { Rating } from '../model/rating.js';
import type { SchedulerConfig } from '../model/settings.js';

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
  /** Whole days to the next review; 0 within learning steps. */
  readonly intervalDays: number;
  /** ms to the next review within learning steps; null in review. */
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

const FROM_ENGINE: Readonly<Record<State, CardState>> = {
  [State.New]: 'new',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
};

const engines = new WeakMap<SchedulerConfig, FSRS>();

/**
 * Grades a card with FSRS-6 as ts-fsrs computes it. Takes the card's memory,
 * the study day of the review (one before the last review counts as the same
 * day: clocks run backwards, travellers cross the date line) and the rating.
 *
 * ts-fsrs counts UTC dates between reviews. It is given a clock in which a UTC
 * date is a study day, so that no zone or hour of day has a say; the time of
 * day itself it needs for nothing. Interval fuzz is seeded by card and number
 * of its review alone: preview, grade and rebuild agree.
 */
export function gradeCard(
  config: SchedulerConfig,
  card: CardId,
  memory: Memory,
  day: StudyDay,
  rating: Rating,
): Grading {
  const now = Math.max(day, memory.lastDay ?? day) * DAY_MS;
  const next = engineFor(config).next(engineCard(config, card, memory), new Date(now), rating).card;
  const inSteps = next.state === State.Learning || next.state === State.Relearning;
  return {
    state: FROM_ENGINE[next.state],
    step: inSteps ? next.learning_steps : 0,
    stability: next.stability,
    difficulty: next.difficulty,
    reps: next.reps,
    lapses: next.lapses,
    // ts-fsrs keeps Hard < Good < Easy even where that exceeds the maximum.
    intervalDays: inSteps ? 0 : Math.min(next.scheduled_days, config.maximumInterval),
    delayMs: inSteps ? next.due.getTime() - now : null,
  };
}

/**
 * Gives the probability, 0..1, that a card is recalled on a study day, by the
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

/** Whole days to the next review, both ends included. */
export interface IntervalRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Gives the range in which ts-fsrs would draw the interval after a rating;
 * null where there is no choice: within learning steps, for steps of days,
 * without fuzz, and below 2.5 days.
 */
export function fuzzRange(
  config: SchedulerConfig,
  card: CardId,
  memory: Memory,
  day: StudyDay,
  rating: Rating,
): IntervalRange | null {
  if (!config.fuzz || (hasDaySteps(config) && !(memory.state === 'review' && rating > 1))) {
    return null;
  }
  const { delayMs, intervalDays } = gradeCard(plain(config), card, memory, day, rating);
  if (delayMs !== null || intervalDays < LEAST_FUZZED) return null;
  const elapsed = Math.max(0, day - (memory.lastDay ?? day));
  const range = get_fuzz_range(intervalDays, elapsed, config.maximumInterval);
  return { from: range.min_ivl, to: range.max_ivl };
}

/** The interval in days from which on ts-fsrs draws (FSRSAlgorithm.apply_fuzz). */
const LEAST_FUZZED = 2.5;

// A card leaves a step of a day or more as it leaves learning: the two cannot be told apart after.
function hasDaySteps({ learningSteps, relearningSteps }: SchedulerConfig): boolean {
  const minutes = { m: 1, h: 60, d: 1440 };
  return [...learningSteps, ...relearningSteps].some((step) => {
    const unit = step.endsWith('m') ? 'm' : step.endsWith('h') ? 'h' : 'd';
    return Number.parseInt(step, 10) * minutes[unit] >= minutes.d;
  });
}

const plainConfigs = new WeakMap<SchedulerConfig, SchedulerConfig>();

function plain(config: SchedulerConfig): SchedulerConfig {
  const known = plainConfigs.get(config);
  if (known !== undefined) return known;
  const made = { ...config, fuzz: false };
  plainConfigs.set(config, made);
  return made;
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
  // biome-ignore lint/correctness/useHookAtTopLevel: a strategy of ts-fsrs, not a hook of React
  return engine.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('fuzzSeed'));
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

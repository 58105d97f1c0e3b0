import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { Measure, ParameterSet } from '../../model/parameters.js';
import { DEFAULT_WEIGHTS } from '../../model/settings.js';
import { type CardHistory, historiesOf, predictionTimes } from '../../schedule/fit/histories.js';
import { fitInitialStability } from '../../schedule/fit/initial-stability.js';
import { MIN_ALL, MIN_INITIAL, MIN_TESTED } from '../../schedule/fit/thresholds.js';
import {
  type CrossValidation,
  crossValidate,
  type Learn,
  splitsOf,
} from '../../schedule/fit/validate.js';
import { ReviewColumns } from '../../stats/review-columns.js';
import type { Scan } from '../export/ports.js';
import type { ParameterSets, Trainer } from './ports.js';

/** What is learned: all weights, or the four initial stabilities alone. */
export type Fitted = 'all' | 'initial';

export interface OptimizeRequest {
  readonly moment: Moment;
  /** Number of relearning steps, which bound two of the weights. */
  readonly relearningSteps: number;
  /** Tells what would be adopted, and changes nothing. */
  readonly dryRun: boolean;
  /** Shall what is adopted count for the reviews so far too? */
  readonly reschedule: boolean;
  /** The trainer of all weights; null where there is none. */
  readonly trainer: Trainer | null;
  /** Is told of each training that begins, from 1, and how many there are. */
  readonly onTraining: (training: number, trainings: number) => void;
}

/** One way of learning and how it did on reviews it had not seen. */
export interface WeightsCandidate {
  readonly fitted: Fitted;
  readonly measure: Measure;
  /** Lower log loss than the weights in force, by more than its standard error? */
  readonly better: boolean;
}

export interface Optimization {
  /** Scheduled reviews in the journal. */
  readonly reviews: number;
  /** Those of a card a day or more after the one before. */
  readonly predictions: number;
  /** Those of them that the comparison is made on. */
  readonly tested: number;
  /** How the weights in force did. */
  readonly inForce: Measure;
  readonly candidates: readonly WeightsCandidate[];
  /** What is better than the weights in force, the best of it; null: nothing. */
  readonly best: (WeightsCandidate & { readonly weights: readonly number[] }) | null;
  /** The set that was put in force; null in a dry run and where nothing is better. */
  readonly adopted: ParameterSet | null;
  /** Cards whose memory is another one since. */
  readonly changed: number;
}

type OptimizeStore = ParameterSets & Scan;

/**
 * Learns FSRS weights from the journal and puts them in force where they
 * predict reviews better that they have not seen. Throws VivaError
 * 'reviews-too-few'.
 */
export async function optimize(
  request: OptimizeRequest,
  store: OptimizeStore,
): Promise<Optimization> {
  const histories = readHistories(store);
  const times = predictionTimes(histories);
  refuseFew(times.length, MIN_INITIAL, '');
  const since = learnedUntil(store.parameterSets());
  const unseen = times.filter((at) => at >= since).length;
  refuseFew(unseen, MIN_TESTED, ' since the weights in force were learned');
  const splits = splitsOf(times, since);
  const ways = waysOf(request, times.length, splits.length + 1);
  const trials = await crossValidate(histories, splits, store.weights() ?? DEFAULT_WEIGHTS, ways);
  const candidates = candidatesOf(trials);
  const chosen = bestOf(candidates);
  const weights = chosen === null ? undefined : await ways.get(chosen.fitted)?.(histories);
  const best = chosen === null || weights === undefined ? null : { ...chosen, weights };
  const done = { predictions: times.length, tested: trials.tested, inForce: trials.base };
  const adoption = best === null || request.dryRun ? null : adopt(request, store, best, done);
  if (!request.dryRun) store.noteTraining(request.moment);
  return {
    ...done,
    reviews: store.countReviews(),
    candidates,
    best,
    adopted: adoption?.set ?? null,
    changed: adoption?.changed ?? 0,
  };
}

/** Returns every card's scheduled reviews that count. */
function readHistories(store: Scan): CardHistory[] {
  const log = new ReviewColumns();
  store.scanReviews(null, log.push);
  log.sort();
  return historiesOf(log);
}

/** When the weights in force were learned, ms since 1970; 0 for the defaults. */
function learnedUntil(sets: readonly ParameterSet[]): number {
  const last = sets.at(-1);
  if (last === undefined || last.weights === null) return 0;
  const { origin } = last;
  const learned = origin.kind === 'trained' ? last : sets.find(({ id }) => id === origin.set);
  return (learned ?? last).adoptedAt;
}

function refuseFew(count: number, needed: number, which: string): void {
  if (count >= needed) return;
  throw new VivaError(
    'reviews-too-few',
    `Training needs ${needed} reviews${which}, and there are ${count}: ${needed - count} more to go.`,
    'A review counts if the card was also seen on an earlier day. Keep reviewing, then try again.',
  );
}

/** The ways of learning that so many predictions are enough for. */
function waysOf(
  request: OptimizeRequest,
  predictions: number,
  trainings: number,
): Map<Fitted, Learn> {
  const initial: Learn = async (histories) =>
    rounded(fitInitialStability(histories, DEFAULT_WEIGHTS));
  const { trainer, relearningSteps } = request;
  if (trainer === null || predictions < MIN_ALL) return new Map([['initial', initial]]);
  let training = 0;
  const all: Learn = async (histories) => {
    training += 1;
    request.onTraining(training, trainings);
    // On the oldest parts there may be too little for all of them.
    if (predictionTimes(histories).length < MIN_ALL) return initial(histories);
    return rounded(await trainer.train(histories, relearningSteps));
  };
  return new Map([
    ['initial', initial],
    ['all', all],
  ]);
}

/** As many digits as Anki shows; the rest is noise. */
function rounded(weights: readonly number[]): number[] {
  return weights.map((weight) => Math.round(weight * 1e4) / 1e4);
}

function candidatesOf({ of }: CrossValidation<Fitted>): WeightsCandidate[] {
  return [...of].map(([fitted, { measure, gain, error }]) => ({
    fitted,
    measure,
    better: gain > error,
  }));
}

function bestOf(candidates: readonly WeightsCandidate[]): WeightsCandidate | null {
  const better = candidates.filter((candidate) => candidate.better);
  better.sort((a, b) => a.measure.logLoss - b.measure.logLoss);
  return better[0] ?? null;
}

function adopt(
  { moment, reschedule }: OptimizeRequest,
  store: OptimizeStore,
  { fitted, weights, measure }: WeightsCandidate & { readonly weights: readonly number[] },
  { predictions, inForce }: { readonly predictions: number; readonly inForce: Measure },
): ReturnType<ParameterSets['adopt']> {
  const origin = { kind: 'trained', fitted, predictions, before: inForce, after: measure } as const;
  return store.adopt({ weights, origin, reschedule }, moment);
}

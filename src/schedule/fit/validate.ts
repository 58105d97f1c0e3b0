import type { Measure } from '../../model/parameters.js';
import { Evaluation, logLoss } from './evaluation.js';
import { type CardHistory, cutAt } from './histories.js';
import { predictor } from './predict.js';

/** Learns weights from histories. */
export type Learn = (histories: readonly CardHistory[]) => Promise<readonly number[]>;

/** What is learned from, and what it is tested on, by time (ms since 1970). */
export interface Split {
  /** Reviews before this time are learned from. */
  readonly from: number;
  /** Predictions from `from` up to before this time are tested. */
  readonly until: number;
}

const PARTS = 5;

/**
 * Cuts predictions by time as scikit-learn's TimeSeriesSplit does, and with it
 * srs-benchmark: into six parts, of which each but the first is tested after
 * learning from all before it. Takes their times in order; none before
 * `earliest` (ms since 1970) is tested, so that weights in force that were
 * learned up to then are judged on what they have not seen either.
 */
export function splitsOf(times: Float64Array, earliest: number): Split[] {
  const known = times.findIndex((at) => at >= earliest);
  if (known === -1) return [];
  const first = Math.max(Math.ceil(times.length / (PARTS + 1)), known);
  const size = (times.length - first) / PARTS;
  const edges = Array.from({ length: PARTS }, (_, n) => times[first + Math.floor(n * size)]);
  // Reviews of one instant stay together: an empty part is none.
  const starts = [...new Set(edges.filter((edge) => edge !== undefined))];
  return starts.map((from, n) => ({ from, until: starts[n + 1] ?? Number.POSITIVE_INFINITY }));
}

/** How weights did on predictions that their learning had not seen. */
interface Trial {
  readonly measure: Measure;
  /** By how much the log loss of a prediction is lower than the base's, on average. */
  readonly gain: number;
  /** Standard error of that average. */
  readonly error: number;
}

export interface CrossValidation<Name> {
  /** Number of predictions tested. */
  readonly tested: number;
  readonly base: Measure;
  readonly of: ReadonlyMap<Name, Trial>;
}

/**
 * Tests ways of learning against weights that are there: on every split each
 * learns from the older reviews and predicts the newer ones. Throws what a
 * `Learn` throws.
 */
export async function crossValidate<Name>(
  histories: readonly CardHistory[],
  splits: readonly Split[],
  base: readonly number[],
  ways: ReadonlyMap<Name, Learn>,
): Promise<CrossValidation<Name>> {
  const baseline = new Evaluation();
  const runs = [...ways].map(([name, learn]) => ({ name, learn, sums: new Sums() }));
  for (const split of splits) {
    const older = cutAt(histories, split.from);
    const seen = cutAt(histories, split.until);
    const losses = testOn(seen, split, base, baseline);
    for (const { learn, sums } of runs) {
      const own = testOn(seen, split, await learn(older), sums.evaluation);
      sums.compare(losses, own);
    }
  }
  return {
    tested: baseline.count,
    base: baseline.measure(),
    of: new Map(runs.map(({ name, sums }) => [name, sums.trial()])),
  };
}

/** Adds up the predictions of a split; returns the log loss of each. */
function testOn(
  histories: readonly CardHistory[],
  split: Split,
  weights: readonly number[],
  evaluation: Evaluation,
): number[] {
  const predict = predictor(weights);
  const losses: number[] = [];
  for (const history of histories) {
    if ((history.at.at(-1) ?? 0) < split.from) continue;
    predict(history, (prediction) => {
      if (prediction.at < split.from) return;
      evaluation.add(prediction);
      losses.push(logLoss(prediction));
    });
  }
  return losses;
}

class Sums {
  readonly evaluation = new Evaluation();
  #gain = 0;
  #squares = 0;

  compare(base: readonly number[], own: readonly number[]): void {
    for (const [n, loss] of base.entries()) {
      const gain = loss - (own[n] ?? 0);
      this.#gain += gain;
      this.#squares += gain ** 2;
    }
  }

  trial(): Trial {
    const { count } = this.evaluation;
    const gain = count === 0 ? 0 : this.#gain / count;
    const variance = count < 2 ? 0 : (this.#squares - count * gain ** 2) / (count - 1);
    const error = count === 0 ? 0 : Math.sqrt(Math.max(0, variance) / count);
    return { measure: this.evaluation.measure(), gain, error };
  }
}

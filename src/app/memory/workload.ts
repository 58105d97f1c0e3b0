import type { Moment } from '../../model/moment.js';
import { DEFAULT_WEIGHTS } from '../../model/settings.js';
import type { Learner } from '../../schedule/fit/learner.js';
import { learnerOf } from '../../schedule/fit/learner-of.js';
import { leastForKnown, type Workload, workloadsOf } from '../../schedule/workload.js';
import { ReviewColumns } from '../../stats/review-columns.js';
import type { Cards } from '../cards/ports.js';
import type { Scan } from '../export/ports.js';
import type { ParameterSets } from './ports.js';

export interface WorkloadReport {
  /** Cards of the collection, retired ones left out. */
  readonly cards: number;
  readonly learner: Learner;
  /** At each desired retention from 0.70 to 0.97. */
  readonly workloads: readonly Workload[];
  /** Desired retention with the least time for what is known, 0..1. */
  readonly recommended: number;
}

/** Computes this person's workload at each desired retention, from their memory and pace. */
export function computeWorkload(
  moment: Moment,
  store: Cards & ParameterSets & Scan,
): WorkloadReport {
  const log = new ReviewColumns();
  store.scanReviews(null, log.push);
  log.sort();
  const learner = learnerOf(log, store.weights() ?? DEFAULT_WEIGHTS);
  const workloads = workloadsOf(learner);
  return {
    cards: store.count({ kind: 'all' }, moment),
    learner,
    workloads,
    recommended: leastForKnown(workloads)?.retention ?? 0,
  };
}

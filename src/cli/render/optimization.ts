import type { Fitted, Optimization, WeightsCandidate } from '../../app/memory/optimize.js';
import type { Measure } from '../../model/parameters.js';
import { counted } from '../../model/text/counted.js';
import { percent } from '../../model/text/figures.js';
import { MIN_ALL } from '../../schedule/fit/thresholds.js';
import { renderTable } from './table.js';

/** What was learned, in words. */
export const FITTED_WORDS: Readonly<Record<Fitted, string>> = {
  all: 'all 21 weights',
  initial: 'the four initial stabilities',
};

/** Returns a measure as its two cells: `0.3548` and `4.1 %`. */
export function measureCells({ logLoss, rmseBins }: Measure): [string, string] {
  return [logLoss.toFixed(4), percent(rmseBins, 2)];
}

/** Tells a person what was learned; `adopted` is null where nothing was put in force. */
export function optimizationText(
  done: Optimization,
  adopted: { readonly number: number; readonly what: string } | null,
  dryRun: boolean,
): string[] {
  const rows = [
    ['in force', ...measureCells(done.inForce)],
    ...done.candidates.map(({ fitted, measure }) => [
      FITTED_WORDS[fitted],
      ...measureCells(measure),
    ]),
  ];
  const table = renderTable(
    [
      { title: 'parameters' },
      { title: 'log loss', align: 'right' },
      { title: 'RMSE(bins)', align: 'right' },
    ],
    rows,
    80,
  );
  const few = done.predictions < MIN_ALL;
  return [
    `${counted(done.reviews, 'review')}, ${done.predictions} of them of cards seen on an earlier day.`,
    `Compared on the ${done.tested} latest of these, each predicted from what came before it:`,
    '',
    table,
    '',
    ...(few
      ? [`All 21 weights need ${MIN_ALL} such reviews; ${MIN_ALL - done.predictions} more to go.`]
      : []),
    ...conclusion(done, adopted, dryRun),
  ];
}

function conclusion(
  { best }: Optimization,
  adopted: { readonly number: number; readonly what: string } | null,
  dryRun: boolean,
): string[] {
  if (best === null) return ['The current parameters are at least as good. Nothing was changed.'];
  const name = FITTED_WORDS[best.fitted];
  if (adopted === null || dryRun) {
    return [`Better: ${name}. This was a dry run: nothing was changed.`];
  }
  return [`Set ${adopted.number} is in force: ${name}. ${adopted.what}`];
}

/** The same for programs. */
export function optimizationJson(
  done: Optimization,
  run: { readonly dryRun: boolean; readonly trainerMissing: string | null },
): object {
  const { best, adopted, candidates, ...counts } = done;
  return {
    ...counts,
    candidates: candidates.map(({ fitted, measure, better }: WeightsCandidate) => ({
      fitted,
      ...measure,
      better,
    })),
    best: best === null ? null : { fitted: best.fitted, weights: best.weights },
    adopted: adopted === null ? null : { id: adopted.id, weights: adopted.weights },
    ...run,
  };
}

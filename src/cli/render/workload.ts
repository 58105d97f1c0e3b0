import type { WorkloadReport } from '../../app/memory/workload.js';
import { counted } from '../../model/text/counted.js';
import { percent } from '../../model/text/figures.js';
import type { Workload } from '../../schedule/workload.js';
import type { Context } from '../contract/context.js';
import { renderTable } from './table.js';

const DAYS = 365;
/** Retentions are shown this far apart, in hundredths. */
const STEP = 3;
/** Columns of the chart's longest bar. */
const MAX_WIDTH = 24;

/** Shows the workload to a person, a line a retention; `retention` is the one that is set. */
export function workloadText(
  report: WorkloadReport,
  retention: number,
  context: Pick<Context, 'stdout'> & { readonly ascii: boolean },
): string[] {
  const { cards, workloads, recommended } = report;
  const shown = workloads.filter((each) => isShown(each, [retention, recommended]));
  const most = Math.max(...shown.map(({ seconds }) => seconds));
  const table = renderTable(
    [
      { title: 'retention', align: 'right' },
      { title: 'min a day', align: 'right' },
      { title: '' },
      { title: 'known', align: 'right' },
      { title: 's each', align: 'right' },
      { title: '' },
    ],
    shown.map((each) => [
      each.retention.toFixed(2),
      minutesADay(each, cards).toFixed(1),
      bar(each.seconds / most, context.ascii),
      percent(each.known),
      String(Math.round(each.seconds / each.known)),
      marksOf(each, retention, recommended, context.ascii),
    ]),
    context.stdout.columns,
  );
  return [
    `${counted(cards, 'card')} over a year from their first day, with your memory and your pace:`,
    '',
    table,
    '',
    'known: chance of recall on an average day; s each: seconds a year per card known.',
    ...advice(retention, recommended),
  ];
}

function isShown({ retention }: Workload, marked: readonly number[]): boolean {
  const hundredths = Math.round(retention * 100);
  return (
    (hundredths - 70) % STEP === 0 || marked.some((each) => Math.round(each * 100) === hundredths)
  );
}

function minutesADay({ seconds }: Workload, cards: number): number {
  return (seconds * cards) / DAYS / 60;
}

function bar(share: number, ascii: boolean): string {
  return (ascii ? '#' : '█').repeat(Math.max(1, Math.round(share * MAX_WIDTH)));
}

function marksOf(
  { retention: at }: Workload,
  retention: number,
  recommended: number,
  ascii: boolean,
): string {
  const same = (a: number, b: number) => Math.round(a * 100) === Math.round(b * 100);
  const marks = [
    ...(same(at, retention) ? ['now'] : []),
    ...(same(at, recommended) ? ['least time'] : []),
  ];
  return marks.length === 0 ? '' : `${ascii ? '<-' : '←'} ${marks.join(', ')}`;
}

function advice(retention: number, recommended: number): string[] {
  if (Math.abs(retention - recommended) < 0.005) return [];
  if (retention > recommended) {
    return [
      `You know more than at ${recommended.toFixed(2)}, at more time per card. For an interview that may be worth it.`,
    ];
  }
  return [
    `Below ${recommended.toFixed(2)} you know less and spend more time on each card: viva config set retention ${recommended.toFixed(2)}`,
  ];
}

/** The same for programs. */
export function workloadJson(report: WorkloadReport, retention: number): object {
  const { cards, workloads, recommended, learner } = report;
  const { weights: _, ...pace } = learner;
  return {
    cards,
    retention,
    recommended,
    pace,
    workload: workloads.map((each) => ({ ...each, minutesADay: minutesADay(each, cards) })),
  };
}

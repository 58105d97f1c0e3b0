import type { CellReport, SimulationSize } from '../../app/plan/simulate.js';
import type { Estimate, Standing } from '../../plan/compare.js';
import { renderTable } from './table.js';

/** Gives a comparison of ways to prepare as lines of text for `columns` columns. */
export function simulationText(
  { cell, habit, standings }: CellReport,
  { learners, seed }: SimulationSize,
  columns: number,
): string[] {
  const table = renderTable(
    [
      { title: 'Way to prepare', flexible: true },
      { title: 'Recall on the day', align: 'right' },
      { title: 'Against viva', align: 'right' },
      { title: 'Reviews', align: 'right' },
      { title: 'Minutes', align: 'right' },
    ],
    standings.map(rowOf),
    columns,
  );
  const { retention, introduceBy } = habit;
  return [
    `${cell.cards} cards, ${cell.days} days, ${cell.minutes} minutes a day; ${learners} people (${cell.people}), seed ${seed}`,
    '',
    ...table.split('\n'),
    '',
    'Means with their 95 % intervals. A card never seen counts as not recalled.',
    `FSRS best: desired retention ${retention}, new cards over ${Math.round(100 * introduceBy)} % of the days.`,
  ];
}

function rowOf({ name, recall, lead, reviews, minutes }: Standing, place: number): string[] {
  const against = place === 0 ? '' : `${lead.mean < 0 ? '-' : '+'}${points(lead)}`;
  return [
    name,
    `${(100 * recall.mean).toFixed(1)} % ±${(100 * recall.margin).toFixed(1)}`,
    against,
    reviews.mean.toFixed(0),
    minutes.mean.toFixed(0),
  ];
}

function points({ mean, margin }: Estimate): string {
  return `${Math.abs(100 * mean).toFixed(1)} ±${(100 * margin).toFixed(1)}`;
}

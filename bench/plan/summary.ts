import { type Cell, cellName } from './cells.js';
import { type Estimate, estimate, meanOf } from './estimate.js';
import { type Foresight, foresights, type Movement, movement } from './forecasts.js';
import { type CellResult, cellResult, type Row, VIVA } from './standings.js';

/** A way over all cells: means over cells, each counting alike. */
export interface Total {
  readonly way: string;
  readonly recall: number;
  /** Mean of the cells' tenth percentiles of people. */
  readonly tenth: number;
  readonly minutes: number;
  /** viva's lead over it, over all people of all cells; 0 for viva. */
  readonly lead: Estimate;
  /** From the best way of each cell: the mean, and the most that is beyond its interval. */
  readonly shortfall: number;
  readonly worst: number;
  readonly worstCell: Cell | null;
}

/** How viva's days kept their minutes. */
interface Budgets {
  /** Time used of that of all sessions held, 0..1. */
  readonly used: number;
  /** Looks that began when the minutes were used up: a day's mean, and the most. */
  readonly late: number;
  readonly mostLate: number;
  /** Part of the days with more than one of them. */
  readonly overrun: number;
}

/** What the tournament came to. */
export interface Summary {
  readonly cells: readonly CellResult[];
  /** viva first, then by recall. */
  readonly totals: readonly Total[];
  readonly foresights: readonly Foresight[];
  readonly movement: Movement;
  readonly budgets: Budgets;
}

/** Sums up the rows of cells. */
export function summaryOf(cells: readonly Cell[], rows: readonly Row[]): Summary {
  const ways = [...new Set(rows.map(({ way }) => way))];
  // A cell in which a way is still to be played says nothing of it beside the others.
  const results = cells
    .flatMap((cell) => cellResult(cell, rows) ?? [])
    .filter(({ standings }) => standings.length === ways.length);
  return {
    cells: results,
    totals: ways.map((way) => totalOf(way, results)).sort(inOrder),
    foresights: foresights(cells, rows),
    movement: movement(cells, rows),
    budgets: budgetsOf(results, rows),
  };
}

function inOrder(a: Total, b: Total): number {
  if (a.way === VIVA || b.way === VIVA) return a.way === VIVA ? -1 : 1;
  return b.recall - a.recall;
}

function totalOf(way: string, results: readonly CellResult[]): Total {
  const own = results.flatMap(({ cell, standings, best }) => {
    const standing = standings.find((each) => each.way === way);
    const top = standings.find((each) => each.way === best);
    if (standing === undefined || top === undefined) return [];
    const shortfall = top.recall.mean - standing.recall.mean;
    // Of other ways than viva the margin of the difference is not kept: that against viva is near it.
    const margin = way === VIVA ? top.lead.margin : standing.lead.margin;
    return [{ cell, standing, shortfall, beyond: shortfall - margin }];
  });
  const worst = own.reduce<(typeof own)[number] | null>(
    (most, each) => (most === null || each.beyond > most.beyond ? each : most),
    null,
  );
  return {
    way,
    recall: meanOf(own.map(({ standing }) => standing.recall.mean)),
    tenth: meanOf(own.map(({ standing }) => standing.tenth)),
    minutes: meanOf(own.map(({ standing }) => standing.minutes)),
    lead: estimate(own.flatMap(({ standing }) => standing.leads)),
    shortfall: meanOf(own.map(({ shortfall }) => shortfall)),
    worst: Math.max(0, worst?.beyond ?? 0),
    worstCell: worst?.cell ?? null,
  };
}

function budgetsOf(results: readonly CellResult[], rows: readonly Row[]): Budgets {
  const minutesOf = new Map(results.map(({ cell }) => [cellName(cell), cell.minutes]));
  const days = rows
    .filter(({ way, cell }) => way === VIVA && minutesOf.has(cell))
    .flatMap(({ cell, played }) =>
      played.days.map((day) => ({ ...day, given: 60 * (minutesOf.get(cell) ?? 0) })),
    );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    used:
      sum(days.map(({ seconds }) => seconds)) / Math.max(1, sum(days.map(({ given }) => given))),
    late: meanOf(days.map(({ late }) => late)),
    mostLate: days.reduce((most, { late }) => Math.max(most, late), 0),
    overrun: days.filter(({ late }) => late > 1).length / Math.max(1, days.length),
  };
}

import { ATTENDANCES, type Cell, HOURS } from './cells.js';
import type { Estimate } from './estimate.js';
import type { Foresight } from './forecasts.js';
import { type CellResult, VIVA } from './standings.js';
import type { Summary, Total } from './summary.js';

/** Returns the tournament's results as Markdown, from `## ` headings down. */
export function reportOf(summary: Summary): string {
  return [
    '## Over all cells',
    totalsTable(summary.totals),
    goalsText(summary),
    '## Recall by cell',
    'In %, with its 95 % interval; the best way of each cell in bold. Shortfall of viva from it in points;\nthe tenth percentile of people and the minutes with viva.',
    cellsTable(summary.cells),
    '## Lead of viva',
    'In points, person by person, with its 95 % interval. Stopped: the day after which viva would be\nfurthest behind FSRS 0.9 if no session followed, and its lead there.',
    leadsTable(summary.cells),
    '## Forecasts',
    'Parts of the truths within the 80 % interval that `viva plan show` gave, below and above it; its mean\nwidth; the mean of what was expected less what came, in points.',
    foresightTable(summary.foresights),
    movementText(summary),
    '## Which conditions meet',
    designTable(summary.cells),
  ].join('\n\n');
}

function totalsTable(totals: readonly Total[]): string {
  return table(
    [
      'way',
      'recall',
      'tenth percentile',
      'minutes',
      "viva's lead",
      'mean shortfall',
      'worst beyond interval',
      'where',
    ],
    totals.map(({ way, recall, tenth, minutes, lead, shortfall, worst, worstCell }) => [
      way,
      percent(recall),
      percent(tenth),
      minutes.toFixed(0),
      way === VIVA ? '' : spread(lead),
      percent(shortfall),
      percent(worst),
      worstCell === null ? '' : nameOf(worstCell),
    ]),
  );
}

function goalsText({ totals, cells, budgets }: Summary): string {
  const [viva, best] = totals;
  const lead = (viva?.recall ?? 0) - (best?.recall ?? 0);
  const stops = cells.flatMap(({ cell, worstStop }) => (worstStop ? [{ cell, ...worstStop }] : []));
  const behind = stops.filter(({ lead: { mean, margin } }) => mean + margin < -0.01);
  const worst = stops.reduce<(typeof stops)[number] | null>(
    (a, b) => (a === null || b.lead.mean < a.lead.mean ? b : a),
    null,
  );
  return [
    `- Lead over the best rival chosen once for all cells (${best?.way ?? 'none'}): ${percent(lead)} points.`,
    `- Stopped at any day: in ${behind.length} of ${stops.length} cells more than a point below FSRS 0.9 beyond the interval; at worst ${worst === null ? '' : `${spread(worst.lead)} after day ${worst.day} (${nameOf(worst.cell)})`}.`,
    `- Minutes used: ${(100 * budgets.used).toFixed(0)} % of those of all sessions held. Looks begun after the day's minutes: ${budgets.late.toFixed(2)} a day, at most ${budgets.mostLate}; more than one on ${percent(budgets.overrun)} % of the days.`,
  ].join('\n');
}

function cellsTable(cells: readonly CellResult[]): string {
  const ways = cells[0]?.standings.map(({ way }) => way) ?? [];
  return table(
    ['cell', 'people', ...ways, 'shortfall', 'tenth', 'minutes'],
    cells.map(({ cell, people, standings, best, shortfall }) => [
      nameOf(cell),
      String(people),
      ...standings.map(({ way, recall }) =>
        way === best ? `**${spread(recall)}**` : spread(recall),
      ),
      best === VIVA ? '' : spread(shortfall),
      percent(standings.find(({ way }) => way === VIVA)?.tenth ?? 0),
      (standings.find(({ way }) => way === VIVA)?.minutes ?? 0).toFixed(0),
    ]),
  );
}

function leadsTable(cells: readonly CellResult[]): string {
  const ways = cells[0]?.standings.map(({ way }) => way).filter((way) => way !== VIVA) ?? [];
  return table(
    ['cell', ...ways, 'stopped'],
    cells.map(({ cell, standings, worstStop }) => [
      nameOf(cell),
      ...standings.filter(({ way }) => way !== VIVA).map(({ lead }) => spread(lead)),
      worstStop === null ? '' : `day ${worstStop.day}: ${spread(worstStop.lead)}`,
    ]),
  );
}

function foresightTable(foresights: readonly Foresight[]): string {
  return table(
    ['truths', 'day', 'forecasts', 'within', 'below', 'above', 'width', 'bias'],
    foresights.map(({ truths, when, count, covered, below, above, width, bias }) => [
      truths,
      when,
      String(count),
      ...[covered, below, above].map((part) => `${(100 * part).toFixed(0)} %`),
      percent(width),
      percent(bias),
    ]),
  );
}

function movementText({ movement: { mean, twentieth, most, overLearned } }: Summary): string {
  return `From one session to the next the header's figure moves by ${percent(mean)} points on average, by more than ${percent(twentieth)}
one time in twenty, by ${percent(most)} at most. Its moves, squared, add up to ${overLearned.toFixed(2)} of the squared error that they take
away: 1 is what is learned, more would be noise (Augenblick & Rabin 2021).`;
}

/** Sizes against truths; the hour and which sessions are held in each cell. */
function designTable(cells: readonly CellResult[]): string {
  const truths = [...new Set(cells.map(({ cell }) => cell.truth))];
  const sizes = [...new Set(cells.map(({ cell }) => sizeOf(cell)))];
  const of = (size: string, truth: string) =>
    cells
      .filter(({ cell }) => sizeOf(cell) === size && cell.truth === truth)
      .map(({ cell }) => `${hourOf(cell)} ${cell.attendance}`)
      .join(', ');
  const body = table(
    ['cards, days × minutes', ...truths],
    sizes.map((size) => [size, ...truths.map((truth) => of(size, truth))]),
  );
  const names = `${HOURS.map((hour) => `${hour}:00`).join(' and ')}; ${ATTENDANCES.join(', ')}`;
  return `${body}\n\n(${names})`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (words: readonly string[]) => `| ${words.join(' | ')} |`;
  const rule = `|---|${heads
    .slice(1)
    .map(() => '---:')
    .join('|')}|`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

function nameOf(cell: Cell): string {
  return `${sizeOf(cell)}, ${cell.truth}, ${hourOf(cell)}, ${cell.attendance}`;
}

function sizeOf({ cards, days, minutes }: Cell): string {
  return `${cards}, ${days} × ${minutes}`;
}

function hourOf({ hour }: Cell): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function percent(part: number): string {
  return (100 * part).toFixed(1);
}

function spread({ mean, margin }: Estimate): string {
  return `${percent(mean)} ±${percent(margin)}`;
}

import type { PlanRecord } from '../../app/plan/ports.js';
import type { PlanReport, RiskGroup } from '../../app/plan/report.js';
import { inDays } from '../../app/plan/status.js';
import type { Zone } from '../../model/moment.js';
import { NO_TARGET } from '../../model/plan.js';
import { counted, isOrAre } from '../../model/text/counted.js';
import { starText } from '../../model/text/stars.js';
import { visibleLine } from '../../model/text/visible.js';
import type { Forecast } from '../../plan/forecast.js';
import { localText } from '../../schedule/local-time.js';
import { wrapLine } from '../../tui/components/wrap-line.js';
import { bar, columnChart } from '../../tui/stats/bars.js';
import { alignLeft, alignRight, nameCell } from '../../tui/stats/cells.js';
import { finished, makePainter, type Painter, type StatsLook } from '../../tui/stats/painter.js';

const MAX_PARTS = 6;
const CHART_HEIGHT = 4;
const MAX_WIDTH = 80;
/** What more time a day brings is told from here on. */
const NOTABLE = 0.005;

/** A plan and its forecast, for a person; no line is wider than `look.width`. */
export function planReportText(report: PlanReport, zone: Zone, look: StatsLook): string[] {
  const painter = makePainter({ ...look, width: Math.min(look.width, MAX_WIDTH) });
  const { forecast } = report;
  const head = headLines(report, zone, painter);
  const lines =
    forecast === null
      ? [...head, '', ...sentence(noForecast(report), painter)]
      : [
          ...head,
          '',
          ...outlook(report, forecast, painter),
          ...minutesChart(forecast, painter),
          ...budgetLines(report, forecast, painter),
          ...riskLines(report, painter),
        ];
  return finished(lines, look);
}

function headLines(report: PlanReport, zone: Zone, painter: Painter) {
  const { plan, daysLeft, cards, newCards, shared } = report;
  const { date, time } = localText(plan.deadlineAt, zone);
  const when = daysLeft >= 0 ? ` (${inDays(daysLeft)})` : '';
  const query = plan.query === '' ? 'all cards' : visibleLine(plan.query);
  const others =
    shared === 0 ? '' : `; ${shared} ${isOrAre(shared)} under an earlier plan until its day`;
  return [
    ...sentence(`${visibleLine(plan.name)} · ${date} ${time}${when}`, painter).map((line) =>
      painter.paint('bold', line),
    ),
    ...sentence(`${query}: ${counted(cards, 'card')}, ${newCards} of them new${others}`, painter),
    ...sentence(`${plan.minutesPerDay} min a day${fewerDays(report)}${stopText(plan)}`, painter),
  ];
}

function stopText({ target }: PlanRecord): string {
  return target < NO_TARGET ? `, stopping at ${share(target)}` : '';
}

/** Says on how many days there are fewer minutes, or none. */
function fewerDays({ daysOff, easyDays }: PlanReport): string {
  const parts = [
    ...(daysOff === 0 ? [] : [`none on ${counted(daysOff, 'day')} off`]),
    ...(easyDays === 0 ? [] : [`fewer on ${counted(easyDays, 'easy day')}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function noForecast({ cards }: PlanReport): string {
  if (cards === 0)
    return 'It has no cards now: none matches its query, or those that do are suspended.';
  return 'The interview is over: its cards are back on the normal schedule.';
}

function outlook({ plan }: PlanReport, forecast: Forecast, painter: Painter): string[] {
  const { expected, low, high, unreached, expectedNow } = forecast;
  const range = `${share(expected)} of the cards, 80% interval ${share(low)}–${share(high)}`;
  const missed = Math.round(unreached);
  return [
    ...sentence(`Expected recall on the day: ${range}.`, painter),
    ...sentence(`With no review from now on: ${share(expectedNow)}.`, painter),
    ...(missed === 0 ? [] : sentence(`${counted(missed, 'card')} will not be reached.`, painter)),
    ...verdict(plan, forecast).flatMap((text) => sentence(text, painter)),
  ];
}

/** Says what the minutes are good for, and how sure a target is. */
function verdict({ target, minutesPerDay }: PlanRecord, forecast: Forecast): string[] {
  const { expected, byBudget, enoughMinutes, chance, minutesForTarget } = forecast;
  const enough = Math.ceil(enoughMinutes);
  const most = byBudget.at(-1);
  if (target < NO_TARGET) {
    const sure = `The target ${share(target)} is reached with a chance of ${Math.round(100 * chance)} %`;
    if (enough < minutesPerDay) return [`${sure}, and ${enoughText(enough)}.`];
    if (expected >= target) return [`${sure}.`];
    if (minutesForTarget === null)
      return [
        `${sure}; even ${most?.minutes ?? minutesPerDay} min a day would not bring it to 50 %.`,
      ];
    return [`${sure}; with ${Math.ceil(minutesForTarget)} min a day it is 50 %.`];
  }
  if (enough < minutesPerDay) return [`More time would add almost nothing: ${enoughText(enough)}.`];
  if (most === undefined || most.expected < expected + NOTABLE) return [];
  return [`With ${most.minutes} min a day it would be ${share(most.expected)}.`];
}

function enoughText(minutes: number): string {
  if (minutes === 0) return 'no more reviews are needed';
  return `${counted(minutes, 'minute')} a day ${isOrAre(minutes)} enough`;
}

function minutesChart({ minutesByDay }: Forecast, painter: Painter): string[] {
  if (minutesByDay.length === 0) return [];
  const most = Math.max(...minutesByDay);
  const label = `${Math.ceil(most)} min`;
  const room = painter.width - label.length - 4;
  const values = fitted(minutesByDay, room);
  const step = Math.max(1, Math.min(3, Math.floor(room / values.length)));
  const chart = columnChart({ values, height: CHART_HEIGHT, step, ink: 'cyan' }, painter);
  const axis = values.length * step;
  const end = minutesByDay.length === 1 ? '' : `day ${minutesByDay.length}`;
  const feet =
    axis >= `today ${end}`.length
      ? alignLeft('today', axis - end.length) + end
      : 'today'.slice(0, room);
  return [
    '',
    painter.paint('bold', 'Minutes a day'),
    ...chart.map((line, row) =>
      `  ${row === 0 ? label : ' '.repeat(label.length)} ${line}`.trimEnd(),
    ),
    painter.paint('dim', `  ${' '.repeat(label.length)} ${feet}`.trimEnd()),
  ];
}

/** Returns at most so many values: neighbours become their mean. */
function fitted(values: readonly number[], most: number): number[] {
  const size = Math.ceil(values.length / Math.max(1, most));
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) => {
    const group = values.slice(at * size, (at + 1) * size);
    return group.reduce((sum, value) => sum + value, 0) / group.length;
  });
}

function budgetLines({ plan }: PlanReport, { byBudget }: Forecast, painter: Painter): string[] {
  if (byBudget.length === 0) return [];
  const width = Math.max(...byBudget.map(({ minutes }) => String(minutes).length));
  const columns = Math.max(5, Math.min(40, painter.width - width - 16));
  const rows = byBudget.map(({ minutes, expected }) => {
    const mark = minutes === plan.minutesPerDay ? '>' : ' ';
    const text = `${mark} ${alignRight(String(minutes), width)} min  ${share(expected)}  `;
    return text + painter.paint(expected >= plan.target ? 'green' : 'cyan', bar(expected, columns));
  });
  return ['', painter.paint('bold', 'Recall by minutes per day'), ...rows];
}

function riskLines({ byPart, byDifficulty }: PlanReport, painter: Painter): string[] {
  const parts = byPart.filter(({ name }) => name !== '');
  const stars = byDifficulty.map((group) => ({ ...group, name: starText(Number(group.name)) }));
  const rows = [...parts.slice(0, MAX_PARTS), ...stars];
  if (rows.length === 0) return [];
  const rest = parts.length - MAX_PARTS;
  const columns = Math.max(8, Math.min(32, painter.width - 25));
  const table = (groups: readonly RiskGroup[]) =>
    groups.map(
      ({ name, cards, expected, missing }) =>
        `  ${nameCell(name, columns)}  ${alignRight(String(cards), 5)}  ${alignRight(share(expected), 6)}  ${alignRight(missing.toFixed(1), 6)}`,
    );
  return [
    '',
    `${painter.paint('bold', alignLeft('Most at risk', columns + 2))}  ${alignRight('cards', 5)}  ${alignRight('recall', 6)}  ${alignRight('missed', 6)}`,
    ...table(parts.slice(0, MAX_PARTS)),
    ...(rest > 0 ? [painter.paint('dim', `  … ${counted(rest, 'more part')}`)] : []),
    ...table(stars),
  ];
}

function sentence(text: string, painter: Painter): string[] {
  return wrapLine(text, painter.width);
}

const share = (value: number) => value.toFixed(2);

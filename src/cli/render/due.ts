import stringWidth from 'string-width';
import { statusText } from '../../app/plan/status.js';
import { type BacklogReport, backlogText } from '../../app/review/backlog.js';
import type { DueReport, WaitingGroup } from '../../app/review/due.js';
import { painter } from '../../model/text/ansi.js';
import { starText } from '../../model/text/stars.js';
import { visibleLine } from '../../model/text/visible.js';
import { wrapLine } from '../../tui/components/wrap-line.js';
import type { Context } from '../contract/context.js';
import { renderTable } from './table.js';

/** Days of the forecast, and those of them that a low terminal shows. */
const DAYS = { all: 14, few: 7 };
/** Rows from which there is room for all of it. */
const ROOMY_ROWS = 40;
/** Rows that a section is cut to; one that has no room for them is left out. */
const MIN_GROUPS = 2;
const MAX_BAR_WIDTH = 30;
/** Columns of the day and its count. */
const BEFORE_BAR = 19;

interface Section {
  readonly title: string;
  readonly groups: readonly WaitingGroup[];
  /** Rows that it has; all that it needs where that is left out. */
  readonly rows?: number;
}

/**
 * What is waiting, for a person: the headline first, and all of it on one
 * screen, whose rows the sections share.
 */
export function dueText(
  report: DueReport,
  context: Context,
  backlog: BacklogReport | null,
): string[] {
  const { columns, rows } = context.stdout;
  const head = [
    ...wrapLine(headline(report, context), columns),
    ...breakLine(report),
    ...planLines(report, context),
    ...(backlog === null ? [] : wrapLine(backlogText(backlog), columns)),
  ];
  const days = rows < ROOMY_ROWS ? DAYS.few : DAYS.all;
  const forecast = forecastLines(report, Math.min(days, rows - head.length - 2), columns);
  const stars = report.byDifficulty.map((group) => ({
    ...group,
    name: starText(Number(group.name)),
  }));
  const sections = [
    { title: 'Company', groups: report.byCompany },
    { title: 'Difficulty', groups: stars },
    { title: 'Part', groups: report.byPart },
  ].filter(({ groups }) => groups.length > 0);
  // A blank before the sections and the forecast, and the next prompt.
  const shown = cutTo(rows - head.length - forecast.length - 3, sections);
  const table = shown.length === 0 ? [] : ['', groupTable(shown, columns)];
  return [...head, ...table, '', ...forecast];
}

function headline(report: DueReport, { stdout }: Context): string {
  const paint = painter(stdout.colors);
  const { total, new: fresh, learning, review } = report.today;
  if (total === 0) return nothingDue(report);
  return `${paint('bold', `${total} due today`)}: ${paint('blue', `${fresh} new`)} · ${paint('red', `${learning} learning`)} · ${paint('green', `${review} review`)}`;
}

/** Deals so many rows out to the sections, one at a time, and cuts them to theirs. */
function cutTo(room: number, all: readonly Section[]): Section[] {
  const sections = all.slice(0, Math.max(0, Math.floor(room / (1 + MIN_GROUPS))));
  const dealt = sections.map(({ groups }) => Math.min(MIN_GROUPS, groups.length));
  let left = room - dealt.reduce((sum, rows) => sum + 1 + rows, 0);
  for (let round = MIN_GROUPS; left > 0 && round < room; round++) {
    for (const [at, { groups }] of sections.entries()) {
      if (left <= 0 || groups.length <= round) continue;
      dealt[at] = round + 1;
      left--;
    }
  }
  return sections.map((section, at) => ({ ...section, rows: dealt[at] ?? 0 }));
}

/** The rows of a section; the last one of those that are cut says how many are left out. */
function groupRows({ groups, rows = groups.length }: Section): string[][] {
  const cut = rows < groups.length;
  const shown = (cut ? groups.slice(0, rows - 1) : groups).map((group) => [
    `  ${visibleLine(group.name)}`,
    String(group.new),
    String(group.learning),
    String(group.review),
  ]);
  return cut ? [...shown, [`  … ${groups.length - rows + 1} more`, '', '', '']] : shown;
}

function nothingDue({ break: off }: DueReport): string {
  return off?.now === true ? `On a break until ${off.to}: nothing is due.` : 'Nothing is due now.';
}

function breakLine({ break: off }: DueReport): string[] {
  if (off === null || off.now) return [];
  return [`Break from ${off.from} to ${off.to}: reviews due in it move before and after.`];
}

function planLines({ plans }: DueReport, { stdout }: Context): string[] {
  const paint = painter(stdout.colors);
  return plans.map((status) => {
    const plan = { ...status.plan, name: visibleLine(status.plan.name) };
    return paint('magenta', statusText({ ...status, plan }, stdout.columns, stringWidth));
  });
}

/** All sections in the columns of one table, each under its title. */
function groupTable(sections: readonly Section[], columns: number): string {
  const rows = sections.flatMap((section, at) => [
    ...(at === 0 ? [] : [[section.title, '', '', '']]),
    ...groupRows(section),
  ]);
  return renderTable(
    [
      { title: sections[0]?.title ?? '', flexible: true },
      { title: 'all new', align: 'right' },
      { title: 'learning', align: 'right' },
      { title: 'all due', align: 'right' },
    ],
    rows,
    columns,
  );
}

function forecastLines({ forecast }: DueReport, days: number, columns: number): string[] {
  const shown = forecast.slice(0, Math.max(1, days));
  const width = Math.max(1, Math.min(MAX_BAR_WIDTH, columns - BEFORE_BAR));
  const most = Math.max(1, ...shown.map(({ due }) => due));
  return shown.map(({ date, due }, at) => {
    const bar = '█'.repeat(Math.ceil((width * due) / most));
    const name = at === 0 ? 'today' : at === 1 ? 'tomorrow' : date;
    return `${name.padEnd(10)}  ${String(due).padStart(5)}  ${bar}`.trimEnd();
  });
}

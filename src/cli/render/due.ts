import stringWidth from 'string-width';
import { statusText } from '../../app/plan/status.js';
import { type BacklogReport, backlogText } from '../../app/review/backlog.js';
import type { DueReport, WaitingGroup } from '../../app/review/due.js';
import { painter } from '../../model/ansi.js';
import { starText } from '../../model/star-text.js';
import { visibleLine } from '../../model/visible-text.js';
import type { Context } from '../contract/context.js';
import { renderTable } from './table.js';

const MAX_GROUPS = 12;
const BAR_WIDTH = 30;

/** What is waiting, for a person. */
export function dueText(
  report: DueReport,
  context: Context,
  backlog: BacklogReport | null,
): string[] {
  const paint = painter(context.stdout.colors);
  const { today } = report;
  const head =
    today.total === 0
      ? nothingDue(report)
      : `${paint('bold', `${today.total} due today`)}: ${paint('blue', `${today.new} new`)} · ${paint('red', `${today.learning} learning`)} · ${paint('green', `${today.review} review`)}`;
  const stars = report.byDifficulty.map((group) => ({
    ...group,
    name: starText(Number(group.name)),
  }));
  const sections: [string, readonly WaitingGroup[]][] = [
    ['Company', report.byCompany],
    ['Difficulty', stars],
    ['Part', report.byPart],
  ];
  const tables = sections.filter(([, groups]) => groups.length > 0);
  return [
    head,
    ...breakLine(report),
    ...planLines(report, context),
    ...(backlog === null ? [] : [backlogText(backlog)]),
    ...tables.flatMap(([title, groups]) => ['', groupTable(title, groups, context)]),
    '',
    ...forecastLines(report),
  ];
}

function nothingDue({ break: off }: DueReport): string {
  return off?.now === true ? `On a break until ${off.to}: nothing is due.` : 'Nothing is due now.';
}

function breakLine({ break: off }: DueReport): string[] {
  if (off === null || off.now) return [];
  return [`A break from ${off.from} to ${off.to}: what falls due in it comes before and after.`];
}

function planLines({ plans }: DueReport, { stdout }: Context): string[] {
  const paint = painter(stdout.colors);
  return plans.map((status) => {
    const plan = { ...status.plan, name: visibleLine(status.plan.name) };
    return paint('magenta', statusText({ ...status, plan }, stdout.columns, stringWidth));
  });
}

function groupTable(title: string, groups: readonly WaitingGroup[], context: Context): string {
  const shown = groups.slice(0, MAX_GROUPS);
  const rows = shown.map((g) => [
    visibleLine(g.name),
    String(g.new),
    String(g.learning),
    String(g.review),
  ]);
  const rest = groups.length - shown.length;
  if (rest > 0) rows.push([`… ${rest} more`, '', '', '']);
  return renderTable(
    [
      { title, flexible: true },
      { title: 'new', align: 'right' },
      { title: 'learning', align: 'right' },
      { title: 'review', align: 'right' },
    ],
    rows,
    context.stdout.columns,
  );
}

function forecastLines({ forecast }: DueReport): string[] {
  const most = Math.max(1, ...forecast.map(({ due }) => due));
  return forecast.map(({ date, due }, at) => {
    const bar = '█'.repeat(Math.ceil((BAR_WIDTH * due) / most));
    const name = at === 0 ? 'today     ' : date;
    return `${name}  ${String(due).padStart(5)}  ${bar}`.trimEnd();
  });
}

import { percent } from '../../../model/text/figures.js';
import { starText } from '../../../model/text/stars.js';
import type { ReadinessGroup } from '../../../stats/card-figures.js';
import type { Statistics } from '../../../stats/statistics.js';
import { gauge } from '../bars.js';
import { alignRight, nameCell } from '../cells.js';
import { shortCount } from '../figures.js';
import type { Painter } from '../painter.js';

const ROOMY = 60;

/**
 * Readiness of all groups. `most` cuts the lists of companies and modules,
 * those with most cards first; without it all are shown.
 */
export function readinessLines(
  { readiness }: Statistics,
  painter: Painter,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const { all, companies, parts, modules, stars } = readiness;
  const levels = stars.map((group) => ({ ...group, name: starText(Number(group.name)) }));
  const titled = modules.map((group) => ({
    ...group,
    name: group.number === null ? group.name : `${group.number} ${group.name}`,
  }));
  const named = parts.map((group) => ({ ...group, name: group.name || '(no part)' }));
  return [
    painter.paint('dim', 'ready: mean retrievability now; new cards count 0'),
    '',
    ...groupLines('All cards', [{ ...all, name: 'all' }], painter, most),
    ...groupLines('Difficulty', levels, painter, most),
    ...groupLines('Company', companies, painter, most),
    ...groupLines('Part', named, painter, most),
    ...groupLines('Module', titled, painter, most),
  ].slice(0, -1);
}

function groupLines(
  title: string,
  groups: readonly ReadinessGroup[],
  painter: Painter,
  most: number,
): string[] {
  if (groups.length === 0) return [];
  const wide = painter.width >= ROOMY;
  const label = Math.max(4, Math.min(30, painter.width - (wide ? 40 : 24)));
  const rest = groups.length - most;
  const head = `${nameCell(title, label)}${alignRight('cards', 6)}${alignRight('ready', 7)}${alignRight('> 90 %', 8)}`;
  return [
    painter.paint('bold', head),
    ...groups.slice(0, most).map((group) => groupLine(group, label, painter)),
    ...(rest > 0 ? [painter.paint('dim', `… ${rest} more`)] : []),
    '',
  ];
}

function groupLine(group: ReadinessGroup, label: number, painter: Painter): string {
  const { cards, readiness, share } = group;
  const figures = `${alignRight(shortCount(cards), 6)}${alignRight(percent(readiness), 7)}${alignRight(percent(share), 8)}`;
  const columns = painter.width - label - 23;
  const line = `${nameCell(group.name, label)}${figures}`;
  return columns < 8
    ? line
    : `${line}  ${gauge(readiness, Math.min(30, columns), painter, 'magenta')}`;
}

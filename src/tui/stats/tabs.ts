import { TITLES } from '../../stats/labels.js';
import type { Statistics } from '../../stats/statistics.js';
import { wrapLine } from '../components/wrap-line.js';
import { calendarLines } from './lines/calendar.js';
import { forecastLines } from './lines/forecast.js';
import { hardestLines } from './lines/hardest.js';
import { hourLines } from './lines/hours.js';
import { distributionLines, knowledgeLines } from './lines/memory.js';
import { pointsLines } from './lines/points.js';
import { readinessLines } from './lines/readiness.js';
import { ratingLines, retentionLines } from './lines/retention.js';
import { todayLines } from './lines/today.js';
import { finished, makePainter, type Painter, type StatsLook } from './painter.js';

/** A part of a tab, under a title of its own. */
interface Section {
  readonly title: string;
  /** `most` is how many of a long list are shown. */
  readonly lines: (statistics: Statistics, painter: Painter, most: number) => string[];
}

export interface Tab {
  readonly name: string;
  readonly sections: readonly Section[];
}

/** Everything that is shown, in its order. */
export const TABS: readonly Tab[] = [
  { name: 'Today', sections: [{ title: 'Today', lines: todayLines }] },
  {
    name: 'Calendar',
    sections: [
      { title: TITLES.calendar, lines: calendarLines },
      { title: TITLES.hours, lines: hourLines },
    ],
  },
  { name: 'Forecast', sections: [{ title: TITLES.forecast, lines: forecastLines }] },
  {
    name: 'Retention',
    sections: [
      { title: TITLES.retention, lines: retentionLines },
      { title: TITLES.ratings, lines: ratingLines },
    ],
  },
  {
    name: 'Memory',
    sections: [
      { title: 'Known now', lines: knowledgeLines },
      { title: 'Cards by memory', lines: distributionLines },
    ],
  },
  {
    name: 'Readiness',
    sections: [{ title: 'Readiness', lines: readinessLines }],
  },
  {
    name: 'Hardest',
    sections: [
      { title: 'Leeches and hardest cards', lines: hardestLines },
      { title: TITLES.points, lines: pointsLines },
    ],
  },
];

/** Returns the lines of one tab. */
export function tabLines(tab: Tab, statistics: Statistics, look: StatsLook): string[] {
  return finished(sectionLines(tab.sections, statistics, look, Number.POSITIVE_INFINITY), look);
}

/** Of long lists the text for a pipe shows so many. */
const MAX_IN_TEXT = 12;

/** Returns all tabs one below the other, for a pipe or a file. */
export function statisticsText(statistics: Statistics, look: StatsLook): string[] {
  const sections = TABS.flatMap(({ sections }) => sections);
  return finished(sectionLines(sections, statistics, look, MAX_IN_TEXT), look);
}

function sectionLines(
  sections: readonly Section[],
  statistics: Statistics,
  look: StatsLook,
  most: number,
): string[] {
  const painter = makePainter(look);
  const all = sections.flatMap(({ title, lines }, at) => [
    ...(at === 0 ? [] : ['']),
    painter.paint('cyan', title),
    '',
    ...lines(statistics, painter, most),
  ]);
  // Sentences may be longer than a narrow terminal; charts never are.
  return all.flatMap((line) => wrapLine(line, look.width, true));
}

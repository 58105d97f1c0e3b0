import type { Bin, HardCard, Histogram, ReadinessGroup } from '../stats/card-figures.js';
import type { MissedGroup, RetentionCell } from '../stats/review-figures.js';
import type { Statistics } from '../stats/statistics.js';
import type { CsvCell } from './csv.js';

/** Columns of the statistics as one long table, a figure a row. */
export const STATISTICS_HEADER = ['section', 'group', 'name', 'value', 'unit'] as const;

type Row = readonly [section: string, group: string, name: string, value: CsvCell, unit: string];

/** Returns every figure of the statistics as a row of `STATISTICS_HEADER`. */
export function statisticsRows(statistics: Statistics): Row[] {
  return [
    ...aboutRows(statistics),
    ...todayRows(statistics),
    ...streakRows(statistics),
    ...statistics.calendar.days.flatMap(({ date, reviews, passed, timeMs }): Row[] => [
      ['calendar', date, 'reviews', reviews, 'reviews'],
      ['calendar', date, 'passed', passed, 'reviews'],
      ['calendar', date, 'time', timeMs, 'ms'],
    ]),
    ...statistics.forecast.days.map(
      ({ date, due }): Row => ['forecast', date, 'due', due, 'cards'],
    ),
    ...retentionRows(statistics),
    ...knowledgeRows(statistics),
    ...ratingRows(statistics),
    ...timeRows(statistics),
    ...distributionRows(statistics),
    ...readinessRows(statistics),
    ...statistics.hardest.flatMap((card) => hardRows('hardest', card)),
    ...statistics.leeches.flatMap((card) => hardRows('leeches', card)),
    ...pointRows(statistics),
  ];
}

function pointRows({ points }: Statistics): Row[] {
  const { reviews, missed, of, wrong } = points;
  const groups = (kind: string, all: readonly MissedGroup[]) =>
    all.flatMap(({ name, missed, of }): Row[] => [
      [`points by ${kind}`, name, 'missed', missed, 'points'],
      [`points by ${kind}`, name, 'of', of, 'points'],
    ]);
  return [
    ['points', '', 'reviews', reviews, 'reviews'],
    ['points', '', 'missed', missed, 'points'],
    ['points', '', 'of', of, 'points'],
    ['points', '', 'wrong', wrong, 'points'],
    ...groups('module', points.modules),
    ...groups('company', points.companies),
  ];
}

function aboutRows(statistics: Statistics): Row[] {
  const { version, generatedAt, today, dayStartHour, query, period, cards } = statistics;
  return [
    ['about', '', 'version', version, ''],
    ['about', '', 'generated', generatedAt, 'UTC'],
    ['about', '', 'today', today, 'date'],
    ['about', '', 'day starts', dayStartHour, 'hour'],
    ['about', '', 'query', query, ''],
    ['about', '', 'since', period.since, 'date'],
    ['about', '', 'until', period.until, 'date'],
    ...Object.entries(cards).map(([name, count]): Row => ['cards', '', name, count, 'cards']),
  ];
}

function todayRows({ day }: Statistics): Row[] {
  const left = Object.entries(day.left);
  return [
    ['today', '', 'reviews', day.reviews, 'reviews'],
    ['today', '', 'cards', day.cards, 'cards'],
    ['today', '', 'introduced', day.introduced, 'cards'],
    ['today', '', 'passed', day.passed, 'reviews'],
    ['today', '', 'time', day.timeMs, 'ms'],
    ['today', '', 'accuracy', day.accuracy, 'share'],
    ...left.map(([name, count]): Row => ['today', 'left', name, count, 'cards']),
  ];
}

function streakRows({ streak }: Statistics): Row[] {
  return [
    ['streak', '', 'current', streak.current, 'days'],
    ['streak', '', 'longest', streak.longest, 'days'],
    ['streak', '', 'longest end', streak.longestEnd, 'date'],
  ];
}

function retentionRows({ retention }: Statistics): Row[] {
  const cells = (group: string, { passed, failed, retention: share }: RetentionCell): Row[] => [
    ['retention', group, 'passed', passed, 'reviews'],
    ['retention', group, 'failed', failed, 'reviews'],
    ['retention', group, 'retention', share, 'share'],
  ];
  return [
    ['retention', '', 'desired', retention.desired, 'share'],
    ...retention.rows.flatMap(({ window, young, mature, all }) => [
      ...cells(`${window} young`, young),
      ...cells(`${window} mature`, mature),
      ...cells(`${window} all`, all),
    ]),
  ];
}

function knowledgeRows({ knowledge }: Statistics): Row[] {
  return [
    ['knowledge', '', 'known', knowledge.known, 'cards'],
    ['knowledge', '', 'seen', knowledge.seen, 'cards'],
    ['knowledge', '', 'cards', knowledge.cards, 'cards'],
    ['knowledge', '', 'mean of seen', knowledge.meanSeen, 'probability'],
    ['knowledge', '', 'mean of all', knowledge.meanAll, 'probability'],
  ];
}

function ratingRows({ ratings }: Statistics): Row[] {
  return ratings.groups.flatMap(({ group, again, hard, good, easy, total, accuracy }): Row[] => [
    ['ratings', group, 'again', again, 'reviews'],
    ['ratings', group, 'hard', hard, 'reviews'],
    ['ratings', group, 'good', good, 'reviews'],
    ['ratings', group, 'easy', easy, 'reviews'],
    ['ratings', group, 'total', total, 'reviews'],
    ['ratings', group, 'accuracy', accuracy, 'share'],
  ]);
}

function timeRows({ time, hours }: Statistics): Row[] {
  return [
    ['time', '', 'reviews', time.reviews, 'reviews'],
    ['time', '', 'total', time.totalMs, 'ms'],
    ['time', '', 'mean', time.meanMs, 'ms'],
    ['time', '', 'median', time.medianMs, 'ms'],
    ...binRows('time', 'seconds', time.histogram.bins, 'reviews'),
    ...hours.flatMap(({ hour, reviews, passed, accuracy }): Row[] => [
      ['hours', String(hour), 'reviews', reviews, 'reviews'],
      ['hours', String(hour), 'passed', passed, 'reviews'],
      ['hours', String(hour), 'accuracy', accuracy, 'share'],
    ]),
  ];
}

function distributionRows({ distributions }: Statistics): Row[] {
  const each: [string, Histogram][] = Object.entries(distributions);
  return each.flatMap(([name, { unit, mean, median, bins }]): Row[] => [
    ['distribution', name, 'mean', mean, unit],
    ['distribution', name, 'median', median, unit],
    ...binRows('distribution', name, bins, 'cards'),
  ]);
}

/** A bin is named `from..to`; the last of an open scale `from..`. */
function binRows(section: string, group: string, bins: readonly Bin[], unit: string): Row[] {
  return bins.map(({ from, to, count }) => [section, group, `${from}..${to ?? ''}`, count, unit]);
}

function readinessRows({ readiness }: Statistics): Row[] {
  const { all, companies, parts, modules, stars } = readiness;
  const rows = (section: string, groups: readonly ReadinessGroup[]): Row[] =>
    groups.flatMap(({ name, cards, seen, readiness: mean, above90, share }): Row[] => [
      [section, name, 'cards', cards, 'cards'],
      [section, name, 'seen', seen, 'cards'],
      [section, name, 'readiness', mean, 'probability'],
      [section, name, 'above 0.9', above90, 'cards'],
      [section, name, 'share above 0.9', share, 'share'],
    ]);
  return [
    ...rows('readiness', [all]),
    ...rows('readiness by company', companies),
    ...rows('readiness by part', parts),
    ...rows('readiness by module', modules),
    ...rows('readiness by stars', stars),
  ];
}

function hardRows(section: string, card: HardCard): Row[] {
  return [
    [section, card.id, 'question', card.question, ''],
    [section, card.id, 'lapses', card.lapses, 'reviews'],
    [section, card.id, 'reps', card.reps, 'reviews'],
    [section, card.id, 'difficulty', card.difficulty, 'difficulty'],
    [section, card.id, 'stability', card.stability, 'days'],
    [section, card.id, 'retrievability', card.retrievability, 'probability'],
  ];
}

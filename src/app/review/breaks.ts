import type { BreakCalendar } from '../../model/break.js';
import { VivaError } from '../../model/error.js';
import { type StudyDay, studyDay } from '../../model/ids.js';
import { DAY_MS, type Moment } from '../../model/moment.js';
import type { BreakDays, Settings } from '../../model/settings.js';
import { visibleLine } from '../../model/text/visible.js';
import { sumOf } from '../../schedule/arithmetic.js';
import { breakCalendar } from '../../schedule/breaks.js';
import { readDay } from '../../schedule/read-date.js';
import { formatStudyDay } from '../../schedule/study-day.js';
import type { Waiting } from './ports.js';

const DAYS_SHOWN = 370;

/** Returns the part of a moment that the breaks in the settings make; empty without any. */
export function breaksOf({ breaks }: Pick<Settings, 'breaks'>): { breaks?: BreakCalendar } {
  if (breaks.length === 0) return {};
  return {
    breaks: breakCalendar(
      breaks.map(({ from, to, since }) => ({
        from: dayOf(from),
        to: dayOf(to),
        since: dayOf(since),
      })),
    ),
  };
}

/**
 * Reads a break as a person writes it: `2026-12-24..2027-01-02`, or one day.
 * Throws `usage` for anything else, and for a break that is over.
 */
export function readBreak(text: string, today: StudyDay): BreakDays {
  const [first = '', last = first, ...more] = text.split('..');
  const hint = 'Give the first and last day: 2026-12-24..2027-01-02.';
  const day = (date: string) => readDay({ text: date, what: 'The break', hint });
  const [from, to] = [day(first), day(last)];
  if (more.length > 0 || to < from) {
    throw invalid(`"${visibleLine(text)}" is not a break.`, hint);
  }
  if (to - from > 366) throw invalid('A break is at most a year long.', 'Suspend the cards.');
  if (to < today) throw invalid(`The break ${text} is already over.`, 'Give days in the future.');
  return { from: formatStudyDay(from), to: formatStudyDay(to), since: formatStudyDay(today) };
}

/** Returns the breaks with another one, those that have no effect any more left out. */
export function withBreak(
  breaks: readonly BreakDays[],
  added: BreakDays,
  today: StudyDay,
): BreakDays[] {
  const others = current(breaks, today).filter(
    ({ from, to }) => from !== added.from || to !== added.to,
  );
  return [...others, added].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Returns the breaks without one, named by its first day or both. Throws `usage` where there is none. */
export function withoutBreak(breaks: readonly BreakDays[], name: string): BreakDays[] {
  const left = breaks.filter(({ from, to }) => name !== from && name !== `${from}..${to}`);
  if (left.length < breaks.length) return left;
  const there = breaks.map(({ from, to }) => `${from}..${to}`).join(', ');
  throw invalid(
    `There is no break "${name}".`,
    there === '' ? 'There are no breaks.' : `There is ${there}.`,
  );
}

/** Returns the breaks that still move a card. */
export function current(breaks: readonly BreakDays[], today: StudyDay): BreakDays[] {
  return breaks.filter((each) => {
    const { breaks: calendar = [] } = breaksOf({ breaks: [each] });
    return calendar.some(({ after }) => (after.at(-1) ?? 0) >= today);
  });
}

/** What a break does to the cards that fall due in it. */
export interface BreakEffect {
  readonly from: string;
  readonly to: string;
  /** Reviews known so far that come before the break, and after it. */
  readonly before: number;
  readonly after: number;
}

/** Counts the reviews that a break moves. */
export function breakEffect(
  { from, to }: BreakDays,
  settings: Pick<Settings, 'breaks'>,
  { breaks: _, ...moment }: Moment,
  store: Waiting,
): BreakEffect {
  const { breaks = [] } = breaksOf(settings);
  const first = dayOf(from);
  const plain = sumOf(store.dueCounts(first, dayOf(to), moment));
  const early = studyDay(Math.max(0, first - DAYS_SHOWN));
  const last = studyDay(first - 1);
  const moved = sumOf(store.dueCounts(early, last, { ...moment, breaks }));
  const before = Math.max(0, Math.min(plain, moved - sumOf(store.dueCounts(early, last, moment))));
  return { from, to, before, after: plain - before };
}

/** The schema has seen to it that it is a date. */
function dayOf(date: string): StudyDay {
  return studyDay(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

function invalid(message: string, hint: string): VivaError {
  return new VivaError('usage', message, hint);
}

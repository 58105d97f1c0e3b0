import type { Break, BreakCalendar } from '../model/break.js';
import { type StudyDay, studyDay } from '../model/ids.js';

/** Days on either side that take over a break of a fortnight or less, where it is that long. */
const WINDOW_DAYS = 7;

/**
 * Returns for each break the days before and after it that take over what falls
 * due in it: as many open days on either side as the break has, at most seven,
 * or half of a longer break, so that no day gets more than one day's load on
 * top of its own from days that can be parted evenly. Breaks that overlap or
 * touch become one.
 */
export function breakCalendar(breaks: readonly Break[]): BreakCalendar {
  const joined = joinBreaks(breaks);
  return joined.map(({ from, to, since }) => {
    const length = to - from + 1;
    const window = Math.max(Math.min(length, WINDOW_DAYS), Math.ceil(length / 2));
    return {
      from,
      to,
      before: openDays(from, -1, window, joined)
        .filter((day) => day >= since)
        .reverse(),
      after: openDays(to, 1, window, joined),
    };
  });
}

function joinBreaks(breaks: readonly Break[]): Break[] {
  const joined: Break[] = [];
  for (const next of [...breaks].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || next.from > last.to + 1) joined.push(next);
    else {
      const to = studyDay(Math.max(last.to, next.to));
      const since = studyDay(Math.max(last.since, next.since));
      joined[joined.length - 1] = { from: last.from, to, since };
    }
  }
  return joined;
}

/** The nearest days beyond an end of a break, nearest first, that are in no break. */
function openDays(
  end: StudyDay,
  step: 1 | -1,
  count: number,
  breaks: readonly Break[],
): StudyDay[] {
  const days: StudyDay[] = [];
  for (let day = end + step; days.length < count; day += step) {
    if (!breaks.some(({ from, to }) => from <= day && day <= to)) days.push(studyDay(day));
  }
  return days;
}

import type { Database } from 'better-sqlite3';
import { type BreakCalendar, breakOn, effectiveDueDay } from '../../model/break.js';
import { type StudyDay, studyDay } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import * as z from '../../model/schema.js';
import { whileSame } from '../../model/while-same.js';

/*
 * SQL of the day on which a card in review is due, with breaks in it. Only
 * numbers of our own stand in it, so that they need not be bound. Where no
 * break plays a part it is the plain column, which has an index.
 */

const calendarSchema = z.lazy(() => {
  const day = z.pipe(z.int(), z.transform(studyDay));
  return z.array(z.strictObject({ from: day, to: day, before: z.array(day), after: z.array(day) }));
});

/** Adds viva_due_day, which says when a card due in a break is really due. */
export function addDueDayFunction(db: Database): void {
  const calendarOf = whileSame((text: string) => calendarSchema.parse(JSON.parse(text)));
  db.function(
    'viva_due_day',
    { deterministic: true },
    (due: number, lastDay: number | null, lastAt: number | null, text: string) =>
      effectiveDueDay(
        studyDay(due),
        { lastDay: lastDay === null ? null : studyDay(lastDay), lastAt },
        calendarOf(text),
      ),
  );
}

/** Is nothing due today because of a break? */
export function isDayOff({ today, breaks }: Pick<Moment, 'today' | 'breaks'>): boolean {
  return breakOn(today, breaks) !== undefined;
}

/** SQL condition: is the review card of the alias due on the day or before? */
export function dueBySql(alias: string, last: StudyDay, breaks: BreakCalendar | undefined): string {
  const plain = `${alias}.due_day <= ${last}`;
  const near = nearBreaks(last, last, breaks);
  if (near.length === 0) return plain;
  const latest = Math.max(last, ...near.map(({ to }) => to));
  return `(${alias}.due_day <= ${latest} AND ${dueDaySql(alias, near)} <= ${last})`;
}

/** SQL of the day itself, for days of which none is before the first or after the last. */
export function dueDaySql(alias: string, near: BreakCalendar): string {
  const first = near[0];
  const last = near.at(-1);
  if (first === undefined || last === undefined) return `${alias}.due_day`;
  return `CASE WHEN ${alias}.due_day BETWEEN ${first.from} AND ${last.to}
    THEN viva_due_day(${alias}.due_day, ${alias}.last_day, ${alias}.last_at, '${JSON.stringify(near)}')
    ELSE ${alias}.due_day END`;
}

/** The breaks that move cards to or from days of the range. */
export function nearBreaks(
  first: StudyDay,
  last: StudyDay,
  breaks: BreakCalendar | undefined,
): BreakCalendar {
  return (breaks ?? []).filter(({ from, to, before, after }) => {
    const begins = before[0] ?? from;
    const ends = after.at(-1) ?? to;
    return begins <= last && first <= ends;
  });
}

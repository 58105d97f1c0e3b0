import { breakOn } from '../../model/break.js';
import { type StudyDay, studyDay } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { Settings } from '../../model/settings.js';
import { shareOf, type WeekShares, weekShares } from '../../schedule/easy-days.js';
import type { PlanRecord } from './ports.js';

/** What of the settings says how much of a day there is for plans. */
export type DaySettings = Pick<Settings, 'easyDays'>;

/**
 * Returns the part of a plan's minutes that each day has, 0..1, from today to
 * the interview's day: none in a break, an easy day's share on an easy day.
 */
export function dayShares(
  { deadlineDay }: Pick<PlanRecord, 'deadlineDay'>,
  moment: Pick<Moment, 'today' | 'breaks'>,
  { easyDays }: DaySettings,
): number[] {
  const week = weekShares(easyDays);
  const days = Math.max(1, deadlineDay - moment.today + 1);
  return Array.from({ length: days }, (_, ahead) =>
    shareOn(studyDay(moment.today + ahead), moment, week),
  );
}

function shareOn(day: StudyDay, { breaks }: Pick<Moment, 'breaks'>, week: WeekShares): number {
  return breakOn(day, breaks) === undefined ? shareOf(day, week) : 0;
}

import type { PlanRecord } from '../../app/plan/ports.js';
import type { PlanReport, RiskGroup } from '../../app/plan/report.js';
import type { PlanStatus } from '../../app/plan/status.js';
import { MINUTE_MS } from '../../model/moment.js';
import { formatStudyDay } from '../../schedule/study-day.js';

/** A plan for programs; `now` (ms since 1970) tells whether its interview is over. */
export function planJson(plan: PlanRecord, now: number): object {
  const { number, id, name, query, deadlineAt, minutesPerDay, target, removedAt } = plan;
  return {
    number,
    id,
    name,
    query,
    deadline: new Date(deadlineAt).toISOString(),
    date: formatStudyDay(plan.deadlineDay),
    minutesPerDay,
    target,
    state: planState(plan, now),
    created: new Date(plan.createdAt).toISOString(),
    removed: removedAt === null ? null : new Date(removedAt).toISOString(),
  };
}

/** Is a plan in force, is its interview over, or was it removed? */
export function planState(
  { removedAt, deadlineAt }: PlanRecord,
  now: number,
): 'in force' | 'over' | 'removed' {
  if (removedAt !== null) return 'removed';
  return deadlineAt > now ? 'in force' : 'over';
}

/** A plan's report for programs: recall 0..1, minutes. */
export function planReportJson(report: PlanReport, now: number): object {
  const { forecast, byPart, byDifficulty } = report;
  return {
    plan: planJson(report.plan, now),
    daysLeft: report.daysLeft,
    cards: report.cards,
    newCards: report.newCards,
    sharedCards: report.shared,
    minutesToday: report.spentMs / MINUTE_MS,
    daysOff: report.daysOff,
    easyDays: report.easyDays,
    forecast: forecast && {
      expected: forecast.expected,
      interval80: [forecast.low, forecast.high],
      expectedWithoutReviews: forecast.expectedNow,
      unreached: forecast.unreached,
      minutesByDay: forecast.minutesByDay,
      byBudget: forecast.byBudget,
      minutesForTarget: forecast.minutesForTarget,
      minutesEnough: forecast.enoughMinutes,
      chanceOfTarget: forecast.chance,
    },
    byPart: byPart.map(riskJson),
    byDifficulty: byDifficulty.map(riskJson),
  };
}

function riskJson({ name, cards, expected, missing }: RiskGroup): object {
  return { name, cards, expected, missing };
}

/** How a plan in force stands today, for programs. */
export function planStatusJson(status: PlanStatus, now: number): object {
  return {
    ...planJson(status.plan, now),
    daysLeft: status.daysLeft,
    expected: status.expected,
    minutesDone: status.spentMs / MINUTE_MS,
    minutesToday: status.wantedMs / MINUTE_MS,
    targetReached: status.state === 'reached',
    today: status.state,
  };
}

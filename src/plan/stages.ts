/** A run of days that the look ahead takes as one. */
export interface Stage {
  /** The day that stands for it, counted from today. */
  readonly day: number;
  /** How many whole days' time its days have together. */
  readonly sessions: number;
}

/** Days a stage, from the deadline backwards: the last days differ most. */
const LENGTHS = [1, 1, 1, 1, 2, 3, 4, 5, 7, 10, 14, 20, 30, 45, 67, 100];

/**
 * Divides the days with a session, today being 0, into stages in order of
 * time: today by itself, single days at the end, longer runs between. `shareOn`
 * gives the part of a whole day's time that a day has, counted from today; days
 * without any are in no stage.
 */
export function stagesOf(sessions: number, shareOn: (day: number) => number = () => 1): Stage[] {
  const days: number[] = [];
  for (let day = 1; day < sessions; day++) if (shareOn(day) > 0) days.push(day);
  const stages: Stage[] = [];
  for (let index = 0; days.length > 0; index++) {
    const run = days.splice(-Math.min(days.length, LENGTHS[index] ?? 150));
    stages.unshift({
      day: run[Math.ceil(run.length / 2) - 1] ?? 0,
      sessions: run.reduce((sum, day) => sum + shareOn(day), 0),
    });
  }
  return sessions > 0 ? [{ day: 0, sessions: 1 }, ...stages] : [];
}

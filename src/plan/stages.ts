/** A run of days that the look ahead takes as one. */
export interface Stage {
  /** The day that stands for it, counted from today. */
  readonly day: number;
  /** Days with a session that it holds. */
  readonly sessions: number;
}

/** Days a stage, from the deadline backwards: the last days differ most. */
const LENGTHS = [1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30];

/**
 * Divides the days with a session, today being 0, into stages in order of
 * time: today by itself, single days at the end, longer runs between.
 */
export function stagesOf(sessions: number): Stage[] {
  const stages: Stage[] = [];
  let left = sessions - 1;
  for (let index = 0; left > 0; index++) {
    const length = Math.min(left, LENGTHS[index] ?? 60);
    stages.unshift({ day: left - Math.floor(length / 2), sessions: length });
    left -= length;
  }
  return sessions > 0 ? [{ day: 0, sessions: 1 }, ...stages] : [];
}

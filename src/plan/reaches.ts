/** A forecast is no better than this: so little short of a target counts as there. */
export const CLOSE = 0.01;

/** Does a forecast say that a mean recall will be reached? Both 0..1. */
export function reaches(expected: number, target: number): boolean {
  return expected >= target - CLOSE;
}

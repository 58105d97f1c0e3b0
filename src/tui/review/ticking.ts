import type { AnswerParts } from '../../model/answer-parts.js';
import { MAX_TICKED } from './answer-side.js';
import type { KeyCommand } from './keys.js';
import type { ScreenAction } from './screen-state.js';

const ENDS_TICKING: ReadonlySet<KeyCommand['kind']> = new Set(['go', 'enter', 'escape', 'points']);

/**
 * Returns what a key does while so many points are ticked: a digit ticks one, where there is one,
 * and what confirms or ends goes back to the answer. Null for a key that means what it always does.
 */
export function tickAction(command: KeyCommand, points: number): ScreenAction | 'nothing' | null {
  const point = pointOf(command);
  if (point !== null) return point < points ? { type: 'ticked', point } : 'nothing';
  return ENDS_TICKING.has(command.kind) ? { type: 'ticking', on: false } : null;
}

/** Are the points of an answer other ones than they were, so that ticks of then mean nothing now? */
export function arePointsChanged(before: AnswerParts | null, now: AnswerParts | null): boolean {
  return JSON.stringify(before?.points ?? []) !== JSON.stringify(now?.points ?? []);
}

/** The place of the point that a digit ticks, from 0. */
function pointOf(command: KeyCommand): number | null {
  if (command.kind === 'rate') return command.rating - 1;
  return command.kind === 'digit' ? (command.digit + MAX_TICKED - 1) % MAX_TICKED : null;
}

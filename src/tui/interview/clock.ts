import type { Interview } from '../../review/interview.js';
import {
  answeringMs,
  FOLLOW_UP_MS,
  followUpMs,
  plannedInAllMs,
  questionAt,
  spentInAllMs,
} from '../../review/interview.js';

const SECOND = 1000;
/** Left of a question's time when its countdown warns. */
const SOON_MS = 30_000;

/** A countdown as it is shown. */
export interface Countdown {
  /** Time left, such as `4:32`, or beyond the end `+0:15`. */
  readonly text: string;
  /** The whole of it, such as `5:00`. */
  readonly whole: string;
  readonly tone: 'calm' | 'soon' | 'over';
  /** Part of the time that is used, 0..1. */
  readonly share: number;
}

/** The two countdowns of an interview: that of the question or its follow-up, and the whole one's. */
export interface Clocks {
  readonly question: Countdown;
  readonly inAll: Countdown;
  /** Time until either shows something else, ms; null while the clock stands. */
  readonly changesInMs: number | null;
}

/** Reads the clocks; `now` is ms since 1970. */
export function clocksOf(interview: Interview, now: number): Clocks {
  const planned = interview.questions[questionAt(interview)]?.plannedMs ?? 0;
  const spent = answeringMs(interview, now);
  // Whole seconds before this question: so that both clocks tick at once.
  const before = Math.floor((spentInAllMs(interview, now) - spent) / SECOND) * SECOND;
  if (interview.phase === 'follow-up') {
    const asked = followUpMs(interview, now);
    const inAll = countdown(plannedInAllMs(interview), before + spent);
    const question = countdown(FOLLOW_UP_MS, asked);
    return { question, inAll, changesInMs: untilChange(FOLLOW_UP_MS - asked) };
  }
  return {
    question: countdown(planned, spent),
    inAll: countdown(plannedInAllMs(interview), before + spent),
    changesInMs: interview.phase === 'question' ? untilChange(planned - spent) : null,
  };
}

function countdown(planned: number, spent: number): Countdown {
  const left = planned - spent;
  const isOver = left <= 0;
  const text = isOver
    ? `+${clockText(Math.floor(-left / SECOND))}`
    : clockText(Math.ceil(left / SECOND));
  return {
    text,
    whole: clockText(Math.round(planned / SECOND)),
    tone: isOver ? 'over' : left <= SOON_MS ? 'soon' : 'calm',
    share: planned === 0 ? 1 : Math.min(1, spent / planned),
  };
}

/** A time left shows the second that has begun, one gone over the seconds that are full. */
function untilChange(left: number): number {
  const into = ((left % SECOND) + SECOND) % SECOND;
  return into === 0 ? SECOND : into;
}

/** Returns seconds as `4:05`, or `1:02:05` from an hour on. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

import type { TickedPoints } from '../model/event.js';
import { MINUTE_MS } from '../model/moment.js';
import type { Rating } from '../model/rating.js';
import type { PlannedQuestion } from './draw-interview.js';

/** What became of a question. */
export interface Verdict {
  /** Null where the person went on without one. */
  readonly rating: Rating | null;
  /** Is the rating in the journal? */
  readonly recorded: boolean;
  /** Had the answer been revealed? */
  readonly revealed: boolean;
  readonly typed: string | null;
  /** The points that the answer named; null where there are none to tick. */
  readonly points: TickedPoints | null;
  /** Follow-ups that were asked. */
  readonly followUps: number;
}

/** So many follow-ups of a question are asked. */
export const MAX_FOLLOW_UPS = 2;
/** Time for the answer to a follow-up, ms. */
export const FOLLOW_UP_MS = MINUTE_MS;

type RunningPhase = 'question' | 'answer' | 'follow-up';

/**
 * A mock interview as it stands. The question at hand is the one after those
 * with a verdict. Its clock runs while it waits for its answer and stands while
 * the answer is read; a follow-up has a short clock of its own.
 */
export interface Interview {
  readonly questions: readonly PlannedQuestion[];
  readonly verdicts: readonly Verdict[];
  readonly phase: RunningPhase | 'finished';
  /** Answering time of each question up to `since`, ms. */
  readonly spentMs: readonly number[];
  /** When the phase began, ms since 1970. */
  readonly since: number;
  /** Step in the chain of follow-ups: 0 at the answer itself, odd ones ask, even ones answer. */
  readonly step: number;
  /** Time since the answer was shown up to `since`, ms. */
  readonly afterMs: number;
  /** What was typed before the answer at hand was revealed. */
  readonly typed: string | null;
  /** The phase in which the person ended it; null where all questions were asked. */
  readonly quitIn: RunningPhase | null;
}

/** What the person does. */
export type InterviewStep =
  | { readonly type: 'reveal'; readonly typed: string | null }
  | {
      readonly type: 'rate';
      readonly rating: Rating;
      readonly recorded: boolean;
      readonly points: TickedPoints | null;
    }
  | { readonly type: 'step'; readonly followUps: number }
  | { readonly type: 'skip' | 'undo' | 'quit' };

/** The same at a time, ms since 1970. */
export type InterviewAction = InterviewStep & { readonly now: number };

/** Begins an interview; without questions it is finished at once. `now` is ms since 1970. */
export function startInterview(questions: readonly PlannedQuestion[], now: number): Interview {
  return {
    questions,
    verdicts: [],
    phase: questions.length === 0 ? 'finished' : 'question',
    spentMs: questions.map(() => 0),
    since: now,
    step: 0,
    afterMs: 0,
    typed: null,
    quitIn: null,
  };
}

/** The state machine. An action that does not fit the phase changes nothing. */
export function reduceInterview(interview: Interview, action: InterviewAction): Interview {
  if (action.type === 'undo') return undone(interview, action.now);
  if (interview.phase === 'finished') return interview;
  switch (action.type) {
    case 'reveal':
      if (interview.phase !== 'question') return interview;
      return { ...clocked(interview, action.now), phase: 'answer', typed: action.typed };
    case 'rate':
      return interview.phase === 'answer' ? next(interview, action) : interview;
    case 'step':
      return stepped(interview, action.now, action.followUps);
    case 'skip': {
      const { now } = action;
      return next(clocked(interview, now), { now, rating: null, recorded: false, points: null });
    }
    case 'quit':
      return { ...clocked(interview, action.now), phase: 'finished', quitIn: interview.phase };
  }
}

/** Number of the question at hand, from 0; that of all questions at the end. */
export function questionAt(interview: Interview): number {
  return interview.verdicts.length;
}

/** Time spent on answering the question at hand, ms. */
export function answeringMs(interview: Interview, now: number): number {
  const spent = interview.spentMs[questionAt(interview)] ?? 0;
  return interview.phase === 'question' ? spent + elapsed(interview, now) : spent;
}

/** Time spent on answering all questions, ms. */
export function spentInAllMs(interview: Interview, now: number): number {
  const before = interview.spentMs.reduce((sum, ms) => sum + ms, 0);
  return interview.phase === 'question' ? before + elapsed(interview, now) : before;
}

/** Time planned for all answers, ms. */
export function plannedInAllMs({ questions }: Interview): number {
  return questions.reduce((sum, question) => sum + question.plannedMs, 0);
}

/** Time spent on the question at hand and on reading its answer, ms: what a review takes. */
export function reviewMs(interview: Interview, now: number): number {
  const answering = answeringMs(interview, now);
  if (interview.phase === 'question') return answering;
  return answering + interview.afterMs + elapsed(interview, now);
}

/** Time spent on the follow-up that is asked, ms; 0 while none is. */
export function followUpMs(interview: Interview, now: number): number {
  return interview.phase === 'follow-up' ? elapsed(interview, now) : 0;
}

/** Is there a follow-up that was not asked yet, of so many? */
export function hasFollowUp({ phase, step }: Interview, followUps: number): boolean {
  return phase === 'answer' && step < 2 * Math.min(MAX_FOLLOW_UPS, followUps);
}

/** Asks the next follow-up, or shows the answer of the one that is asked. */
function stepped(interview: Interview, now: number, followUps: number): Interview {
  const isAsked = interview.phase === 'follow-up';
  if (!isAsked && !hasFollowUp(interview, followUps)) return interview;
  return {
    ...interview,
    phase: isAsked ? 'answer' : 'follow-up',
    step: interview.step + 1,
    afterMs: interview.afterMs + elapsed(interview, now),
    since: now,
  };
}

// A clock may be set back meanwhile.
function elapsed({ since }: Interview, now: number): number {
  return Math.max(0, now - since);
}

/** The same with the running time written down. */
function clocked(interview: Interview, now: number): Interview {
  const at = questionAt(interview);
  const spentMs = interview.spentMs.with(at, answeringMs(interview, now));
  return { ...interview, spentMs, since: now };
}

function next(
  interview: Interview,
  { now, ...judged }: { now: number } & Pick<Verdict, 'rating' | 'recorded' | 'points'>,
): Interview {
  const { verdicts, phase, typed, questions, step } = interview;
  const { rating, recorded, points } = judged;
  const seen = { typed, revealed: phase !== 'question', followUps: Math.ceil(step / 2) };
  const verdict = { rating, recorded, points, ...seen };
  const all = [...verdicts, verdict];
  return {
    ...interview,
    verdicts: all,
    phase: all.length === questions.length ? 'finished' : 'question',
    step: 0,
    afterMs: 0,
    typed: null,
    since: now,
  };
}

/** Takes the end back, or the last verdict: its question is at hand again. */
function undone(interview: Interview, now: number): Interview {
  if (interview.quitIn !== null) {
    return { ...interview, phase: interview.quitIn, quitIn: null, since: now };
  }
  const last = interview.verdicts.at(-1);
  if (last === undefined) return interview;
  const held = interview.phase === 'question' ? clocked(interview, now) : interview;
  return {
    ...held,
    verdicts: interview.verdicts.slice(0, -1),
    phase: last.revealed ? 'answer' : 'question',
    step: 2 * last.followUps,
    afterMs: 0,
    typed: last.typed,
    since: now,
  };
}

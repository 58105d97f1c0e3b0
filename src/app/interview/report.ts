import type { Card } from '../../model/card.js';
import type { Interview } from '../../review/interview.js';
import {
  type InterviewReport,
  interviewReport,
  type ReportedQuestion,
} from '../../review/interview-report.js';
import { partsOf } from '../cards/answer.js';
import { type NextStep, nextSteps, reviewCommand } from './advice.js';
import type { InterviewRequest } from './draw-questions.js';
import type { InterviewPorts, PastInterview } from './ports.js';

/** The report, with what to do next. */
export interface FullReport extends InterviewReport {
  readonly isRecording: boolean;
  readonly seed: number;
  /** A command that reviews what went badly; null where nothing did. */
  readonly nextCommand: string | null;
  /** That command and what else would help. */
  readonly nextSteps: readonly NextStep[];
  /** What was said though it sinks an answer. */
  readonly sunk: readonly { readonly card: Card; readonly text: string }[];
}

/** Returns the report of an interview, over or not, with the cards that it drew. */
export function fullReport(
  interview: Interview,
  cards: readonly Card[],
  { record: isRecording, seed }: InterviewRequest,
  { store, moment }: Pick<InterviewPorts, 'store' | 'moment'>,
): FullReport {
  const report = interviewReport(interview, cards);
  const hasMissed = isRecording && report.pointAreas.length > 0;
  return {
    ...report,
    nextSteps: nextSteps(report.weakCards, hasMissed, store, moment()),
    sunk: report.questions.flatMap(sunkBy),
    isRecording,
    seed,
    nextCommand: reviewCommand(report.weakCards, store, moment()),
  };
}

/** The wrong points that were said in an answer. */
function sunkBy({ card, points }: ReportedQuestion): { card: Card; text: string }[] {
  const wrong = partsOf(card.answer)?.points.filter(({ kind }) => kind === 'wrong') ?? [];
  return (points?.wrong ?? []).flatMap((at) => {
    const point = wrong[at];
    return point === undefined ? [] : [{ card, text: point.text }];
  });
}

/** What is kept of an interview; null where nothing was rated. */
export function pastInterview(report: FullReport, at: number): PastInterview | null {
  if (report.rated === 0) return null;
  const { rated, good, spentMs, questions, isRecording } = report;
  return {
    ...{ at, rated, good, spentMs, recorded: isRecording },
    named: questions.reduce((sum, { points }) => sum + (points?.good.length ?? 0), 0),
    points: questions.reduce((sum, { points }) => sum + (points?.goodOf ?? 0), 0),
    questions: questions.map(({ card, rating }) => ({
      id: card.id,
      question: card.question.trim().split('\n')[0] ?? '',
      rating,
    })),
  };
}

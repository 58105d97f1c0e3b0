import type { FullReport } from '../../app/interview/report.js';
import type { ReportedQuestion } from '../../review/interview-report.js';

/** Returns the report of an interview for programs; times in ms. */
export function interviewJson(report: FullReport): object {
  const { questions, weakCards, isRecording, sunk, ...figures } = report;
  return {
    interview: {
      ...figures,
      record: isRecording,
      questions: questions.map(questionJson),
      sunk: sunk.map(({ card, text }) => ({ id: card.id, text })),
      weakCards: weakCards.map(({ id }) => id),
    },
  };
}

function questionJson({ card, ...rest }: ReportedQuestion): object {
  const { collection, part, number, title } = card.module;
  return {
    id: card.id,
    question: card.question,
    stars: card.stars,
    companies: card.companies,
    module: { collection, part, number, title },
    ...rest,
  };
}

import type { Card } from '../model/card.js';
import { VivaError } from '../model/error.js';
import type { CardId } from '../model/ids.js';
import type { Moment } from '../model/moment.js';
import type { Query } from '../model/query.js';
import {
  drawInterview,
  type InterviewCandidate,
  type PlannedQuestion,
  QUESTION_MINUTES,
} from '../review/draw-interview.js';
import { seededRandom } from '../schedule/seeded-random.js';
import type { CardRecord, InterviewLog, Store } from './ports.js';

export interface InterviewRequest {
  readonly query: Query;
  /** Minutes for all answers; null for as long as the questions take. */
  readonly minutes: number | null;
  /** Questions at most; null for as many as fit. */
  readonly questions: number | null;
  /** Do the ratings count as reviews? */
  readonly record: boolean;
  /** What the draw depends on, beside the cards and the interviews before. */
  readonly seed: number;
}

/** The questions of an interview and their cards, in the same order. */
export interface DrawnInterview {
  readonly questions: readonly PlannedQuestion[];
  readonly cards: readonly Card[];
}

/**
 * Draws an interview from the cards of the query. Those that are suspended or
 * retired, and those that lack their answer or a part of their question, are
 * left out. Throws `nothing-to-ask` where none is left, or none fits the minutes.
 */
export function drawQuestions(
  request: InterviewRequest,
  { store, log }: { readonly store: Store; readonly log: InterviewLog },
  moment: Moment,
): DrawnInterview {
  const candidates: InterviewCandidate[] = [];
  for (const record of store.each(request.query, moment)) {
    if (canBeAsked(record)) candidates.push(candidateOf(record));
  }
  const { minutes, questions: most, seed } = request;
  const random = seededRandom(seed);
  const wishes = { minutes, questions: most, asked: log.asked(), random };
  const questions = drawInterview(candidates, wishes);
  if (questions.length === 0) throw nothingToAsk(candidates, minutes);
  return { questions, cards: questions.map(({ id }) => cardOf(id, store, moment)) };
}

function canBeAsked({ card, memory }: CardRecord): boolean {
  if (card.retired || memory.suspended) return false;
  return !card.defects.some(
    (defect) => defect === 'answer-empty' || defect === 'question-truncated',
  );
}

function candidateOf({ card }: CardRecord): InterviewCandidate {
  const { collection, number, title } = card.module;
  return { id: card.id, stars: card.stars, module: JSON.stringify([collection, number, title]) };
}

function cardOf(id: CardId, store: Store, moment: Moment): Card {
  const record = store.get(id, moment);
  if (record === null) throw new VivaError('card-unknown', `The card ${id} is gone.`, 'Try again.');
  return record.card;
}

function nothingToAsk(
  candidates: readonly InterviewCandidate[],
  minutes: number | null,
): VivaError {
  if (candidates.length === 0 || minutes === null) {
    return new VivaError(
      'nothing-to-ask',
      'No card can be asked: none matches, or those that do are suspended or have no answer.',
      'Try another query; "viva list" shows what there is.',
    );
  }
  const least = candidates.reduce(
    (minutes, { stars }) => Math.min(minutes, QUESTION_MINUTES[stars]),
    Number.POSITIVE_INFINITY,
  );
  return new VivaError(
    'nothing-to-ask',
    `No question fits in ${minutes} min: the shortest of these takes ${least} min.`,
    `Say --minutes ${least} or more.`,
  );
}

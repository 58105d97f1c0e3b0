import type { Card, CardDefect } from '../../model/card.js';
import { VivaError } from '../../model/error.js';
import type { CardId } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import {
  drawInterview,
  type InterviewCandidate,
  type PlannedQuestion,
  QUESTION_MINUTES,
} from '../../review/draw-interview.js';
import { seededRandom } from '../../schedule/seeded-random.js';
import { waitsForSibling, withShown } from '../../schedule/siblings.js';
import type { Cards } from '../cards/ports.js';
import type { Plans, StoredPlanCard } from '../plan/ports.js';
import type { InterviewLog } from './ports.js';

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
 * left out, and so are all but one of a set of siblings. Throws `nothing-to-ask`
 * where none is left, or none fits the minutes.
 */
export function drawQuestions(
  request: InterviewRequest,
  { store, log }: { readonly store: Cards & Plans; readonly log: InterviewLog },
  moment: Moment,
): DrawnInterview {
  const { query, minutes, questions: most, seed } = request;
  const candidates = store.planCards(query, moment);
  const byId = new Map(candidates.map((card) => [card.id, card]));
  let shown = withShown(candidates.filter(isOfToday(moment)), new Map());
  const cards = new Map<CardId, Card>();
  const questions = drawInterview(candidates, {
    minutes,
    questions: most,
    asked: log.asked(),
    random: seededRandom(seed),
    canBeAsked(id) {
      const card = store.get(id, moment)?.card;
      if (card === undefined || card.defects.some(isInTheWay)) return false;
      const candidate = byId.get(id);
      if (candidate === undefined || waitsForSibling(candidate, shown)) return false;
      shown = withShown([candidate], shown);
      cards.set(id, card);
      return true;
    },
  });
  if (questions.length === 0) throw nothingToAsk(candidates, minutes);
  return { questions, cards: questions.flatMap(({ id }) => cards.get(id) ?? []) };
}

function isOfToday({ dayStart }: Moment): (card: StoredPlanCard) => boolean {
  return ({ lastAt }) => lastAt !== null && lastAt >= dayStart;
}

function isInTheWay(defect: CardDefect): boolean {
  return defect === 'answer-empty' || defect === 'question-truncated';
}

function nothingToAsk(
  candidates: readonly InterviewCandidate[],
  minutes: number | null,
): VivaError {
  const least = candidates.reduce(
    (minutes, { stars }) => Math.min(minutes, QUESTION_MINUTES[stars]),
    Number.POSITIVE_INFINITY,
  );
  if (minutes === null || candidates.length === 0 || least <= minutes) {
    return new VivaError(
      'nothing-to-ask',
      'No card to ask: none matches, or those that do are suspended or have no answer.',
      'Try another query; "viva list" shows what there is.',
    );
  }
  return new VivaError(
    'nothing-to-ask',
    `No question fits in ${minutes} min: the shortest of these takes ${least} min.`,
    `Use --minutes ${least} or more.`,
  );
}

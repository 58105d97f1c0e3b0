import type { AnswerParts } from '../../model/answer-parts.js';
import type { Card } from '../../model/card.js';
import { VivaError } from '../../model/error.js';
import type { TickedPoints } from '../../model/event.js';
import { NEW_MEMORY } from '../../model/memory.js';
import type { Moment } from '../../model/moment.js';
import type { Rating } from '../../model/rating.js';
import {
  hasFollowUp,
  type Interview,
  type InterviewStep,
  questionAt,
  reduceInterview,
  reviewMs,
  startInterview,
} from '../../review/interview.js';
import { pointsOfRating } from '../../review/points.js';
import type { Outcome } from '../../schedule/preview.js';
import { partsOf } from '../cards/answer.js';
import type { CardRecord } from '../cards/ports.js';
import { isAboutOthers, OVERTAKEN, type SeenCard, whyGone } from '../review/change.js';
import { prospectOf } from '../review/prospect.js';
import { ratingDraft } from '../review/rating.js';
import { type DrawnInterview, drawQuestions, type InterviewRequest } from './draw-questions.js';
import type { InterviewPorts } from './ports.js';
import { type FullReport, fullReport } from './report.js';

/** What the interview's screen shows. */
export interface InterviewView {
  readonly interview: Interview;
  /** The card of the question at hand, as it was drawn where it is gone by now; null at the end. */
  readonly record: CardRecord | null;
  /** The parts of the answer; null before it is shown, and where it has none. */
  readonly parts: AnswerParts | null;
  /** What each rating would do; null where none is recorded. */
  readonly preview: Readonly<Record<Rating, Outcome>> | null;
  /** What the person should know of the last action; null for nothing. */
  readonly notice: string | null;
  readonly isRecording: boolean;
}

const OTHERS_WROTE = 'Another viva has written since: use "viva undo" for the latest change.';

/**
 * A mock interview in progress: each method does what the person asked, with
 * the rating on disk before the next question comes, and `view` returns the result.
 */
export class InterviewDesk {
  readonly #ports: InterviewPorts;
  readonly #request: InterviewRequest;
  readonly #cards: readonly Card[];
  #interview: Interview;
  /** The card at hand as it was when it came up. */
  #seen: SeenCard | null = null;
  /** The store's count of other programs' writes after the newest rating here. */
  #changes: number;
  #view: InterviewView;
  /** Questions that the log has. */
  #logged = 0;

  /** Draws the questions. Throws `nothing-to-ask` where no card fits the request. */
  constructor(request: InterviewRequest, ports: InterviewPorts) {
    this.#ports = ports;
    this.#request = request;
    const { questions, cards }: DrawnInterview = drawQuestions(request, ports, ports.moment());
    this.#cards = cards;
    this.#changes = ports.store.changes();
    this.#interview = startInterview(questions, ports.moment().now);
    this.#view = this.#look(null);
  }

  view(): InterviewView {
    return this.#view;
  }

  /** Shows the answer, and stops the clock; `typed` is what the person has typed, or null. */
  reveal(typed: string | null): void {
    this.#act({ type: 'reveal', typed });
  }

  /**
   * Rates the answer shown. The journal has the rating when this returns,
   * except where nothing is recorded or another viva was quicker. `ticks` are the
   * places of the points that the person ticked, from 0; null where they ticked none off.
   */
  rate(rating: Rating, ticks: readonly number[] | null = null): void {
    const { record, interview, parts } = this.#view;
    if (record === null || interview.phase !== 'answer') return;
    const moment = this.#ports.moment();
    const points = pointsOfRating(parts?.points ?? [], ticks, rating);
    const refusal = this.#request.record ? this.#append(record, rating, points, moment) : null;
    const recorded = this.#request.record && refusal === null;
    this.#act({ type: 'rate', rating, recorded, points }, refusal);
  }

  /** Asks the next follow-up, or shows the answer of the one asked; nothing where none is left. */
  stepOn(): void {
    const { record } = this.#view;
    if (record === null) return;
    const { followUps = [] } = partsOf(record.card.answer) ?? {};
    this.#act({ type: 'step', followUps: followUps.length });
  }

  /** Is there a follow-up to be asked next? */
  hasFollowUp(): boolean {
    const { interview, parts } = this.#view;
    return hasFollowUp(interview, parts?.followUps.length ?? 0);
  }

  /** Goes on without a rating. */
  skip(): void {
    this.#act({ type: 'skip' });
  }

  /** Takes the last rating (out of the journal too), skip or end back. Returns whether there was one. */
  undo(): boolean {
    const { interview } = this.#view;
    const last = interview.verdicts.at(-1);
    const takesEndBack = interview.quitIn !== null;
    if (last === undefined && !takesEndBack) return false;
    if (last?.recorded === true && !takesEndBack && !this.#undoRating()) {
      this.#view = this.#look(OTHERS_WROTE);
      return true;
    }
    this.#act({ type: 'undo' });
    return true;
  }

  quit(): void {
    this.#act({ type: 'quit' });
  }

  report(): FullReport {
    return fullReport(this.#interview, this.#cards, this.#request, this.#ports);
  }

  /** Records a rating; where the card was changed elsewhere it returns why it did not, else null. */
  #append(
    record: CardRecord,
    rating: Rating,
    points: TickedPoints | null,
    moment: Moment,
  ): string | null {
    const { store } = this.#ports;
    const durationMs = reviewMs(this.#interview, moment.now);
    const given = { record, rating, durationMs, points, seen: this.#seen, cram: false };
    const prospect = prospectOf(record, moment, this.#ports);
    try {
      store.append(ratingDraft(given, prospect), moment, prospect.config);
      this.#changes = store.changes();
      return null;
    } catch (error) {
      if (!isAboutOthers(error)) throw error;
      const why = this.#seen && whyGone(this.#seen, store.get(record.card.id, moment));
      if (why === null) throw error;
      return why === OVERTAKEN ? why : `${why} Your rating was not recorded.`;
    }
  }

  /** False where the newest change of the journal may not be the rating given here. */
  #undoRating(): boolean {
    const { store, moment } = this.#ports;
    if (store.changes() !== this.#changes) return false;
    store.undoLast(moment());
    this.#changes = store.changes();
    return true;
  }

  #act(action: InterviewStep, notice: string | null = null): void {
    const { now } = this.#ports.moment();
    this.#interview = reduceInterview(this.#interview, { ...action, now });
    if (action.type !== 'reveal' && action.type !== 'step') this.#seen = null;
    this.#view = this.#look(notice);
  }

  #look(notice: string | null): InterviewView {
    const interview = this.#interview;
    const isRecording = this.#request.record;
    const view = { interview, record: null, parts: null, preview: null, notice, isRecording };
    const card = interview.phase === 'finished' ? undefined : this.#cards[questionAt(interview)];
    if (card === undefined) return view;
    const { store, moment } = this.#ports;
    const now = moment();
    // Asked though its card is gone by now: an interview keeps its questions.
    const record = store.get(card.id, now) ?? { card, memory: NEW_MEMORY, retrievability: null };
    this.#seen ??= record;
    const said = this.#log(card, questionAt(interview)) ?? notice;
    const outcomes = isRecording ? prospectOf(record, now, this.#ports).outcomes : null;
    const parts = interview.phase === 'question' ? null : partsOf(record.card.answer);
    return { ...view, record, parts, preview: outcomes, notice: said };
  }

  /** Notes a question that is shown for the first time. Returns what to say where that fails. */
  #log({ id }: Card, at: number): string | null {
    if (at < this.#logged) return null;
    this.#logged = at + 1;
    try {
      this.#ports.log.add(id, at === 0);
      return null;
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      return `The next interview may ask this again: ${error.message}`;
    }
  }
}

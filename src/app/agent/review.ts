import { VivaError } from '../../model/error.js';
import { cardId } from '../../model/ids.js';
import type { Rating } from '../../model/rating.js';
import { parseQuery } from '../../query/parse.js';
import type { CardRecord } from '../cards/ports.js';
import { ReviewDesk } from '../review/desk.js';
import type { ReviewPorts } from '../review/request.js';

/** What an agent may know of a card before its answer is shown. */
export interface Asked {
  readonly record: CardRecord;
  /** Cards that are left in the queue, this one included. */
  readonly left: number;
}

/**
 * A review that an agent leads on the person's behalf: the queue of the day, one card at a time.
 * Only the card that was drawn can be revealed, only one that was revealed can be rated, and each
 * once: the rating draws the next.
 */
export class AgentReview {
  readonly #ports: ReviewPorts;
  #desk: ReviewDesk | null = null;
  #query = '';

  constructor(ports: ReviewPorts) {
    this.#ports = ports;
  }

  /**
   * Returns the card to ask next, or the one that is still open; null where none is left. Another
   * query begins anew. Throws `query-invalid`.
   */
  next(query: string): Asked | null {
    if (this.#desk === null || query !== this.#query) this.#begin(query);
    const desk = this.#desk as ReviewDesk;
    desk.catchUp();
    if (desk.view().session.phase === 'finished') desk.resume();
    const { record, session } = desk.view();
    if (record === null) return null;
    const { learning, reviews, fresh } = session.pools;
    return { record, left: learning.length + reviews.length + fresh.length };
  }

  /** Returns the card with its answer. Throws `card-not-drawn` for any but the one drawn. */
  reveal(id: string): CardRecord {
    const record = this.#open(id);
    if (this.#desk?.view().session.phase === 'question') this.#desk.reveal();
    return record;
  }

  /**
   * Records the person's rating of the card that was revealed. Throws `card-not-drawn` for any other,
   * for one rated before too, and `card-changed` where another program was quicker.
   */
  grade(id: string, rating: Rating): CardRecord {
    const record = this.#open(id);
    const desk = this.#desk as ReviewDesk;
    if (desk.view().session.phase !== 'answer') {
      throw new VivaError(
        'card-not-revealed',
        'The answer was not shown yet, so there is nothing to rate.',
        'Reveal the card, let the person compare, and rate then.',
      );
    }
    const before = record.memory.reps;
    desk.rate(rating);
    const now = this.#ports.store.get(record.card.id, this.#ports.moment()) ?? record;
    if (now.memory.reps > before) return now;
    throw cardChanged(
      desk.view().notice ?? 'The card was changed elsewhere, and the rating was not taken.',
    );
  }

  #begin(query: string): void {
    const request = {
      ...{ query: parseQuery(query), order: 'due' as const, cram: false },
      ...{ limit: null, fresh: null, minutes: null },
    };
    this.#desk = new ReviewDesk(request, this.#ports);
    this.#query = query;
  }

  #open(id: string): CardRecord {
    const wanted = cardId(id);
    const change = this.#desk?.view().record?.card.id === wanted ? this.#desk.catchUp() : null;
    if (change?.moved) throw cardChanged(change.notice);
    const record = this.#desk?.view().record ?? null;
    if (record !== null && record.card.id === wanted) return record;
    throw new VivaError(
      'card-not-drawn',
      `The card ${id} is not the one that was drawn.`,
      'Ask for the next card and use its id; each can be rated once.',
    );
  }
}

function cardChanged(what: string): VivaError {
  return new VivaError('card-changed', what, 'Ask for the next card.');
}

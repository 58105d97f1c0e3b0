import { hash } from 'node:crypto';
import { type CardId, cardId } from '../../model/ids.js';
import { normaliseText } from './normalise.js';

/** Crockford's base 32 in lower case: no i, l, o, u, which look like others or make words. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/** What a new card's id is made of. */
export interface IdSource {
  readonly collection: string;
  /** Key of its module. */
  readonly module: string;
  readonly question: string;
  readonly answer: string;
}

/**
 * Returns the id of a new card: 12 characters from the SHA-256 of its place and
 * text, so that two machines importing the same deck agree on it. Where an id
 * is taken the next of its line is tried.
 */
export function makeCardId(source: IdSource, isTaken: (id: CardId) => boolean): CardId {
  return new CardIds(isTaken).next(source);
}

/** Returns ids of new cards, each once. Equal cards take the ids of one line in turn. */
export class CardIds {
  readonly #isTaken: (id: CardId) => boolean;
  /** For the first id of a line, how many of the line are known to be taken. */
  readonly #used = new Map<CardId, number>();

  constructor(isTaken: (id: CardId) => boolean) {
    this.#isTaken = isTaken;
  }

  /** Returns the next id of a card's line that no other card has, as `makeCardId` does. */
  next(source: IdSource): CardId {
    const first = idOf(source, 0);
    // From where the last equal card left off: thousands of them would else try thousands each.
    let attempt = this.#used.get(first) ?? 0;
    let id = attempt === 0 ? first : idOf(source, attempt);
    while (this.#isTaken(id)) id = idOf(source, ++attempt);
    this.#used.set(first, attempt + 1);
    return id;
  }
}

function idOf({ collection, module, question, answer }: IdSource, attempt: number): CardId {
  const parts = [collection, module, normaliseText(question), normaliseText(answer), `${attempt}`];
  // 'binary' gives a character for each byte.
  const digest = hash('sha256', parts.join('\0'), 'binary');
  let digits = '';
  // 256 is a multiple of 32: the low five bits of a byte are as even as the byte.
  for (let at = 0; at < LENGTH; at++) digits += DIGITS.charAt(digest.charCodeAt(at) & 31);
  return cardId(digits);
}

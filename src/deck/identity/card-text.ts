import { normaliseText } from './normalise.js';

/** Shorter text says too little to tell one card from another by it alone. */
const TELLING_LENGTH = 20;

/** A card's text as the identity rules compare it: normalised, each part on first use. */
export class CardText {
  readonly #card: { readonly question: string; readonly answer: string };
  #question: string | undefined;
  #answer: string | undefined;

  constructor(card: { readonly question: string; readonly answer: string }) {
    this.#card = card;
  }

  get question(): string {
    this.#question ??= normaliseText(this.#card.question);
    return this.#question;
  }

  get answer(): string {
    this.#answer ??= normaliseText(this.#card.answer);
    return this.#answer;
  }
}

/** Is a normalised text long enough to tell one card from another by it alone? */
export function isDistinctive(text: string): boolean {
  return text.length >= TELLING_LENGTH;
}

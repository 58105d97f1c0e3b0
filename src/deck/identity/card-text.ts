import { type Grams, gramsOf } from './grams.js';
import { normaliseText } from './normalise.js';

/** Shorter text says too little to tell one card from another by it alone. */
const TELLING_LENGTH = 20;

/**
 * A card's text as the identity rules compare it. Each form is made on first
 * use: most cards of an import are as they were, and need none.
 */
export class CardText {
  readonly #card: { readonly question: string; readonly answer: string };
  #question: string | undefined;
  #answer: string | undefined;
  #questionGrams: Grams | undefined;
  #answerGrams: Grams | undefined;

  constructor(card: { readonly question: string; readonly answer: string }) {
    this.#card = card;
  }

  /** Normalised. */
  get question(): string {
    this.#question ??= normaliseText(this.#card.question);
    return this.#question;
  }

  /** Normalised. */
  get answer(): string {
    this.#answer ??= normaliseText(this.#card.answer);
    return this.#answer;
  }

  get questionGrams(): Grams {
    this.#questionGrams ??= gramsOf(this.question);
    return this.#questionGrams;
  }

  get answerGrams(): Grams {
    this.#answerGrams ??= gramsOf(this.answer);
    return this.#answerGrams;
  }
}

/** Is a normalised text long enough to tell one card from another by it alone? */
export function isTelling(text: string): boolean {
  return text.length >= TELLING_LENGTH;
}

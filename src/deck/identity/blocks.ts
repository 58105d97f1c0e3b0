import { likenessOf } from './compare.js';
import { type NewCard, namedApart, type OldCard } from './entries.js';
import type { Compared } from './likeness.js';
import { type Piece, takeApart } from './pieces.js';
import type { Possible } from './settle.js';

/** Cards looked at for one card, the rarest pieces first. */
const MAX_VISITS = 2_000;
/** Of these, those that are compared. */
const MAX_CANDIDATES = 12;
/** The least score, 0..1, at which what two cards have in common tells them from all the others. */
export const MIN_DISTINCTIVE = 0.5;

/**
 * Finds the possible pairs of modules too large to compare every card with
 * every other: only cards that share rare words are compared. A pair must be
 * as much alike as anywhere; its score, 0..1, is how much of what tells the two
 * from the others they share, so that cards of one mould can be told apart.
 */
export function possibleInBlocks(
  oldCards: readonly OldCard[],
  newCards: readonly NewCard[],
  { likeness, enough }: { likeness(pair: Compared): number; readonly enough: number },
): Possible[] {
  const textOf = ({ text }: OldCard | NewCard) => `${text.question} ${text.answer}`;
  const pieces = takeApart(oldCards.map(textOf), newCards.map(textOf));
  const weights = pieces.newTexts.map(weigh);
  return oldCards.flatMap((old, at) => {
    const own = pieces.oldTexts[at] ?? [];
    const held = new Set(own);
    const weight = weigh(own);
    return candidates(own).flatMap((place): Possible[] => {
      const fresh = newCards[place];
      if (fresh === undefined || namedApart(old, fresh)) return [];
      const common = weigh((pieces.newTexts[place] ?? []).filter((piece) => held.has(piece)));
      const score = (2 * common) / (weight + (weights[place] ?? 0));
      if (score < MIN_DISTINCTIVE || likeness(comparedPair(old, fresh)) < enough) return [];
      return [{ old, fresh, score }];
    });
  });
}

/** Places of the new cards that share most of a card's pieces, by what these weigh. */
function candidates(pieces: readonly Piece[]): number[] {
  const rarest = pieces
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => a.places.length - b.places.length);
  const shared = new Map<number, number>();
  let visits = 0;
  for (const { places, weight } of rarest) {
    visits += places.length;
    if (visits > MAX_VISITS && shared.size > 0) break;
    for (const place of places) shared.set(place, (shared.get(place) ?? 0) + weight);
  }
  return [...shared]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MAX_CANDIDATES)
    .map(([place]) => place);
}

function weigh(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { weight }) => sum + weight, 0);
}

function comparedPair(old: OldCard, fresh: NewCard): Compared {
  return {
    old,
    fresh,
    questions: likenessOf(old.text.question, fresh.text.question),
    answers: likenessOf(old.text.answer, fresh.text.answer),
  };
}

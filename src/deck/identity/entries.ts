import type { DeckCard } from '../../model/card.js';
import type { SourcedModule, StoredCard } from '../../model/import.js';
import { isOwnGuid } from '../../model/own-guid.js';
import { CardText } from './card-text.js';

/** A card looking for its partner on the other side. */
abstract class Entry {
  /** False once it has a partner, or is left to the person. */
  open = true;
  #text: CardText | undefined;

  /** Its text as it is compared; made on first use, as most cards are paired without. */
  get text(): CardText {
    this.#text ??= new CardText(this.written);
    return this.#text;
  }

  protected abstract get written(): { readonly question: string; readonly answer: string };
}

/** A stored card looking for its text. */
export class OldCard extends Entry {
  constructor(readonly stored: StoredCard) {
    super();
  }

  protected override get written(): StoredCard {
    return this.stored;
  }
}

/** A card of a module file looking for its history. */
export class NewCard extends Entry {
  partner: OldCard | null = null;

  /** Takes the key of its module, and its number there. */
  constructor(
    readonly card: DeckCard,
    readonly module: string,
    readonly ordinal: number,
  ) {
    super();
  }

  protected override get written(): DeckCard {
    return this.card;
  }
}

/** A stored card that several pairings fit equally well, and the new cards of these. */
interface Tie {
  readonly old: OldCard;
  readonly candidates: readonly NewCard[];
}

/** The cards of one import while the rules pair them. */
export interface Pairing {
  readonly live: readonly OldCard[];
  readonly retired: readonly OldCard[];
  /** By module, in the order of the files. */
  readonly fresh: readonly (readonly NewCard[])[];
  readonly ties: Tie[];
}

/** Starts a pairing in which nobody has a partner yet. */
export function createPairing(
  stored: readonly StoredCard[],
  modules: readonly SourcedModule[],
): Pairing {
  // Of equal cards the first in the file finds its partner first.
  const oldCards = stored
    .map((card) => new OldCard(card))
    .sort((a, b) => a.stored.ordinal - b.stored.ordinal);
  const fresh = modules.map(({ key, module }) =>
    module.cards.map((card, ordinal) => new NewCard(card, key, ordinal)),
  );
  return {
    live: oldCards.filter(({ stored }) => !stored.retired),
    retired: oldCards.filter(({ stored }) => stored.retired),
    fresh,
    ties: [],
  };
}

/** Makes the two cards one. */
export function join(old: OldCard, fresh: NewCard): void {
  old.open = false;
  fresh.open = false;
  fresh.partner = old;
}

/** Leaves a stored card and the new cards that fit it to the person. */
export function leaveOpen(pairing: Pairing, old: OldCard, candidates: readonly NewCard[]): void {
  old.open = false;
  for (const fresh of candidates) fresh.open = false;
  pairing.ties.push({ old, candidates });
}

/** Returns those that are still to be paired. */
export function stillOpen<Card extends { readonly open: boolean }>(cards: readonly Card[]): Card[] {
  return cards.filter((card) => card.open);
}

/** Does the deck name each by an explicit id of its own? Then no likeness makes them one. */
export function namedApart(old: OldCard, fresh: NewCard): boolean {
  const { explicitId } = old.stored;
  return (
    explicitId !== null &&
    !isOwnGuid(explicitId) &&
    fresh.card.explicitId !== null &&
    explicitId !== fresh.card.explicitId
  );
}

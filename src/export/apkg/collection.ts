import type { AnkiCard, AnkiCollection, AnkiDeck, AnkiReview } from '../../model/anki.js';
import type { Card } from '../../model/card.js';
import { type Memory, NEW_MEMORY } from '../../model/memory.js';
import { type AnkiClock, ankiSchedule } from './anki-card.js';
import { ankiReviews, type HistoryStep } from './anki-reviews.js';
import { ankiText } from './anki-text.js';
import { AnkiIds, deckName } from './names.js';
import { makeNotes, type NameOfCardPicture } from './notes.js';

/** A card with all that its package says of it. */
export interface ExportCard {
  readonly card: Card;
  readonly memory: Memory;
  readonly history: readonly HistoryStep[];
  /** Markdown of what its module is about; empty where it says nothing. */
  readonly subtitle: string;
}

/**
 * Returns cards as a collection of Anki: a deck a module, a note and a card a
 * card, with schedule and history; cards that were one note of Anki's are one
 * again, with the texts of `siblings` that are not in it. `createdAt` is when day
 * 0 began, ms since 1970; `nameOf` names the pictures. Cards come in the order of the syllabus.
 */
export function ankiCollection(
  cards: readonly ExportCard[],
  siblings: readonly Card[],
  clock: AnkiClock,
  createdAt: number,
  nameOf: NameOfCardPicture,
): AnkiCollection {
  const decks = makeDecks(cards);
  const positions = newPositions(cards);
  const ids = new AnkiIds();
  const reviewIds = new Set<number>();
  const plain = cards.map(({ card }) => card);
  const made = makeNotes(plain, siblings, ids, nameOf);
  const ankiCards: AnkiCard[] = [];
  const reviews: AnkiReview[] = [];
  made.cards.forEach(({ card, note, ordinal }, at) => {
    const { memory = NEW_MEMORY, history = [] } = cards[at] ?? {};
    const id = ids.of(`card ${card.id}`, card.addedAt);
    const deck = decks.get(deckName(card.module))?.id ?? 1;
    const changedAt = Math.round((memory.lastAt ?? card.addedAt) / 1000);
    const schedule = ankiSchedule(memory, positions[at] ?? 0, clock);
    ankiCards.push({ id, note: note.id, deck, ordinal, changedAt, ...schedule });
    for (const review of ankiReviews(id, history, reviewIds)) reviews.push(review);
  });
  return {
    createdAt: Math.round(createdAt / 1000),
    scheduler: 2,
    noteTypes: made.noteTypes,
    decks: [...decks.values()],
    notes: made.notes,
    cards: ankiCards,
    reviews,
  };
}

function makeDecks(cards: readonly ExportCard[]): Map<string, AnkiDeck> {
  const ids = new AnkiIds();
  const decks = new Map<string, AnkiDeck>();
  for (const { card, subtitle } of cards) {
    const name = deckName(card.module);
    addAncestors(name, decks, ids);
    if (!decks.has(name))
      decks.set(name, { id: ids.of(name), name, description: ankiText(subtitle) });
  }
  return decks;
}

// Anki before 2.1.28 does not make a deck's ancestors by itself.
function addAncestors(name: string, decks: Map<string, AnkiDeck>, ids: AnkiIds): void {
  const levels = name.split('::');
  for (let depth = 1; depth < levels.length; depth++) {
    const above = levels.slice(0, depth).join('::');
    if (!decks.has(above)) decks.set(above, { id: ids.of(above), name: above, description: '' });
  }
}

/** As viva draws new cards: the first of every module, then every second; from 1. */
function newPositions(cards: readonly ExportCard[]): number[] {
  const order = cards.map((_, at) => at);
  order.sort((a, b) => (cards[a]?.card.ordinal ?? 0) - (cards[b]?.card.ordinal ?? 0) || a - b);
  const positions: number[] = [];
  order.forEach((at, place) => {
    positions[at] = place + 1;
  });
  return positions;
}

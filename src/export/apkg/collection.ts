import type { AnkiCard, AnkiCollection, AnkiDeck, AnkiNote, AnkiReview } from '../../model/anki.js';
import type { Card } from '../../model/card.js';
import type { Memory } from '../../model/memory.js';
import { type AnkiClock, ankiSchedule } from './anki-card.js';
import { ankiReviews, type HistoryStep } from './anki-reviews.js';
import { ankiText } from './anki-text.js';
import { cardHtml } from './card-html.js';
import { AnkiIds, deckName, noteGuid, noteTags } from './names.js';
import { NOTE_TYPE } from './note-type.js';

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
 * card, with schedule and history. `createdAt` is when day 0 began, ms since
 * 1970. Cards come in the order of the syllabus.
 */
export function ankiCollection(
  cards: readonly ExportCard[],
  clock: AnkiClock,
  createdAt: number,
): AnkiCollection {
  const decks = makeDecks(cards);
  const positions = newPositions(cards);
  const ids = new AnkiIds();
  const reviewIds = new Set<number>();
  const notes: AnkiNote[] = [];
  const ankiCards: AnkiCard[] = [];
  const reviews: AnkiReview[] = [];
  cards.forEach(({ card, memory, history }, at) => {
    const id = ids.of(card.id, card.addedAt);
    notes.push(noteOf(id, card));
    ankiCards.push({
      id,
      note: id,
      deck: decks.get(deckName(card.module))?.id ?? 1,
      ordinal: 0,
      changedAt: Math.round((memory.lastAt ?? card.addedAt) / 1000),
      ...ankiSchedule(memory, positions[at] ?? 0, clock),
    });
    for (const review of ankiReviews(id, history, reviewIds)) reviews.push(review);
  });
  return {
    createdAt: Math.round(createdAt / 1000),
    noteTypes: [NOTE_TYPE],
    decks: [...decks.values()],
    notes,
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

function noteOf(id: number, card: Card): AnkiNote {
  return {
    id,
    guid: noteGuid(card.id),
    noteType: NOTE_TYPE.id,
    tags: noteTags(card),
    fields: [cardHtml(card.question), cardHtml(card.answer)],
  };
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

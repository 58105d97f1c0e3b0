import type {
  AnkiCard,
  AnkiCollection,
  AnkiDeck,
  AnkiNote,
  AnkiNoteType,
} from '../../model/anki.js';
import type { DeckCard } from '../../model/card.js';
import { foreignId, type NoteOrigin } from '../../model/foreign-id.js';
import { cardOfGuid } from '../../model/own-guid.js';
import { fromHtml } from '../html/to-markdown.js';
import { cardSides } from './card-sides.js';
import { readTags } from './card-tags.js';

/** A card of Anki as a card of a module. */
export interface ConvertedCard {
  readonly source: AnkiCard;
  readonly note: AnkiNote;
  readonly noteType: AnkiNoteType;
  /** By which it is known again, wherever it goes. */
  readonly origin: NoteOrigin;
  /** Was it viva that made the note? */
  readonly isOwn: boolean;
  /** Its own tags are all of its note's. */
  readonly card: DeckCard;
  /** By which the cards of a deck are put in order. */
  readonly order: number;
  /** Names of media that it refers to. */
  readonly media: readonly string[];
}

export interface ConvertedCards {
  readonly cards: readonly ConvertedCard[];
  /** Cards that show nothing on the question side, or whose note or note type is missing. */
  readonly skipped: number;
}

/**
 * Turns the cards of a collection of Anki into cards of modules. `renamed` are the pictures
 * that have other names here.
 */
export function convertCards(
  collection: AnkiCollection,
  renamed: ReadonlyMap<string, string> = new Map(),
): ConvertedCards {
  const notes = new Map(collection.notes.map((note) => [note.id, note]));
  const types = new Map(collection.noteTypes.map((type) => [type.id, type]));
  const decks = new Map(collection.decks.map((deck) => [deck.id, deck]));
  const taken = new Set<string>();
  const cards = collection.cards.flatMap((source): ConvertedCard[] => {
    const note = notes.get(source.note);
    const type = note === undefined ? undefined : types.get(note.noteType);
    if (note === undefined || type === undefined) return [];
    const converted = convertCard(source, note, type, decks.get(source.deck), renamed);
    if (converted === null) return [];
    const explicitId = freeId(converted.card.explicitId ?? '', taken);
    return [{ ...converted, card: { ...converted.card, explicitId } }];
  });
  return { cards, skipped: collection.cards.length - cards.length };
}

function convertCard(
  source: AnkiCard,
  note: AnkiNote,
  noteType: AnkiNoteType,
  deck: AnkiDeck | undefined,
  renamed: ReadonlyMap<string, string>,
): ConvertedCard | null {
  const sides = cardSides(noteType, note, source.ordinal, deck?.name ?? '');
  if (sides === null) return null;
  const question = fromHtml(sides.question, renamed);
  if (question.markdown === '') return null;
  const answer = fromHtml(sides.answer, renamed);
  const { companies, stars, tags } = readTags(note.tags);
  const origin = { guid: note.guid, ordinal: source.ordinal };
  const isOwn = cardOfGuid(note.guid) !== null && source.ordinal === 0;
  return {
    ...{ source, note, noteType, origin, isOwn },
    card: {
      explicitId: isOwn ? note.guid : foreignId(origin),
      stars: stars ?? 2,
      companies,
      tags,
      question: question.markdown,
      answer: answer.markdown,
      line: 1,
      defects: [],
    },
    order: isOwn ? positionOf(source) : note.id,
    media: [...new Set([...question.media, ...answer.media])],
  };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}

/** The place that a card had while it was new, which an export keeps in its data. */
function positionOf({ type, due, data }: AnkiCard): number {
  if (type === 0) return due;
  return Number(/"pos":(\d{1,9})\b/.exec(data)?.[1] ?? 0);
}

import type { AnkiNote, AnkiNoteType } from '../../model/anki.js';
import type { Card } from '../../model/card.js';
import { textMark } from '../../model/text/mark.js';
import { cardHtml } from './card-html.js';
import { type AnkiIds, noteOrigin, noteTags } from './names.js';
import { noteType } from './note-type.js';

/** Returns the name in the package of a picture that a card names by a path; see `NameOfPicture`. */
export type NameOfCardPicture = (card: Card, source: string) => string | null;

/** A card and its place in a note. */
interface NoteCard {
  readonly card: Card;
  readonly note: AnkiNote;
  readonly ordinal: number;
}

export interface Notes {
  readonly noteTypes: readonly AnkiNoteType[];
  readonly notes: readonly AnkiNote[];
  /** In the order in which the cards were given. */
  readonly cards: readonly NoteCard[];
}

/**
 * Puts cards into notes: those that were one note of Anki's are one again, with
 * the texts of `siblings`, which stay out of the export themselves. Where two
 * cards claim one place, the first keeps it.
 */
export function makeNotes(
  cards: readonly Card[],
  siblings: readonly Card[],
  ids: AnkiIds,
  nameOf: NameOfCardPicture,
): Notes {
  const places = new Map<string, Map<number, Card>>();
  const given = cards.map((card) => ({ card, ...takePlace(card, places) }));
  for (const card of siblings) {
    const { guid, ordinal } = noteOrigin(card);
    const place = places.get(guid);
    if (place !== undefined && !place.has(ordinal)) place.set(ordinal, card);
  }
  const types = new Map<number, AnkiNoteType>();
  const notes = new Map(
    [...places].map(([guid, place]) => [guid, noteOf(guid, place, ids, types, nameOf)]),
  );
  return {
    noteTypes: types.size === 0 ? [noteType(1)] : [...types.values()],
    notes: [...notes.values()],
    cards: given.flatMap(({ card, guid, ordinal }) => {
      const note = notes.get(guid);
      return note === undefined ? [] : [{ card, note, ordinal }];
    }),
  };
}

function takePlace(card: Card, places: Map<string, Map<number, Card>>) {
  const origin = noteOrigin(card);
  const { guid, ordinal } = places.get(origin.guid)?.has(origin.ordinal)
    ? noteOrigin({ ...card, explicitId: null })
    : origin;
  const place = places.get(guid) ?? new Map<number, Card>();
  places.set(guid, place.set(ordinal, card));
  return { guid, ordinal };
}

function sidesOf(card: Card, nameOf: NameOfCardPicture): string[] {
  const name = (source: string) => nameOf(card, source);
  return [cardHtml(card.question, name), cardHtml(card.answer, name)];
}

function noteOf(
  guid: string,
  place: ReadonlyMap<number, Card>,
  ids: AnkiIds,
  types: Map<number, AnkiNoteType>,
  nameOf: NameOfCardPicture,
): AnkiNote {
  const size = Math.max(...place.keys()) + 1;
  const type = types.get(size) ?? noteType(size);
  types.set(size, type);
  const all = [...place.values()];
  const fields = Array.from({ length: size }, (_, at) => place.get(at)).flatMap((card) =>
    card === undefined ? ['', ''] : sidesOf(card, nameOf),
  );
  const first = all.map(({ addedAt }) => addedAt).reduce((a, b) => Math.min(a, b));
  return {
    id: ids.of(guid, first),
    guid,
    noteType: type.id,
    // Anki takes a text only where it is newer than its own.
    changedAt: Math.round(Math.max(...all.map(({ changedAt }) => changedAt)) / 1000),
    tags: [...new Set(all.flatMap(noteTags))],
    fields: [...fields, textMark(fields)],
  };
}

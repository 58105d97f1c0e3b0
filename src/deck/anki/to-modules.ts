import type { AnkiCard, AnkiCollection, AnkiNote, AnkiNoteType } from '../../model/anki.js';
import type { DeckCard } from '../../model/card.js';
import type { DeckModule } from '../../model/module.js';
import { fromHtml } from '../html/from-html.js';
import { foreignId } from '../identity/foreign-id.js';
import { cardSides } from './card-sides.js';
import { readTags } from './card-tags.js';
import { deckPlace } from './deck-place.js';

/** A card of Anki as a card of a module. */
interface Converted {
  readonly source: AnkiCard;
  readonly card: DeckCard;
  readonly isOwn: boolean;
  /** By which the cards of a deck are put in order. */
  readonly order: number;
}

export interface AnkiModules {
  /** One a deck, in the order of their names. */
  readonly modules: readonly DeckModule[];
  /** Explicit id of each card in the modules, by Anki's id of it. */
  readonly ids: ReadonlyMap<number, string>;
  /** Names of media that cards refer to. */
  readonly media: readonly string[];
  /** Cards that show nothing on the question side, or whose note or note type is missing. */
  readonly skipped: number;
}

/** How viva's export names a note. */
const OWN_GUID = /^viva-[0-9a-z]{12}$/;

/** Turns a collection of Anki into modules: one a deck, a card a card. */
export function toModules(collection: AnkiCollection): AnkiModules {
  const media = new Set<string>();
  const byDeck = convertCards(collection, media);
  // Made here: a collator takes longer to make than viva to load all the rest.
  const byName = new Intl.Collator('en', { numeric: true });
  const decks = collection.decks.toSorted((a, b) => byName.compare(a.name, b.name));
  const known = new Set(decks.map(({ id }) => id));
  const strays = [...byDeck.keys()].filter((id) => !known.has(id));
  const named = [...decks, ...strays.map((id) => ({ id, name: 'Deck', description: '' }))];
  const modules = named.flatMap(({ id, name, description }) => {
    const cards = byDeck.get(id) ?? [];
    return cards.length === 0 ? [] : [moduleOf(name, description, cards)];
  });
  const converted = [...byDeck.values()].flat();
  return {
    modules: withOwnNumbers(modules),
    ids: new Map(converted.map(({ source, card }) => [source.id, card.explicitId ?? ''])),
    media: [...media],
    skipped: collection.cards.length - converted.length,
  };
}

// Of several collections in one package each may have its module 1: the first keeps the number.
function withOwnNumbers(modules: readonly DeckModule[]): DeckModule[] {
  const taken = new Set<number>();
  return modules.map((module) => {
    if (module.number === null) return module;
    if (taken.has(module.number)) return { ...module, number: null };
    taken.add(module.number);
    return module;
  });
}

function convertCards(collection: AnkiCollection, media: Set<string>): Map<number, Converted[]> {
  const notes = new Map(collection.notes.map((note) => [note.id, note]));
  const types = new Map(collection.noteTypes.map((type) => [type.id, type]));
  const taken = new Set<string>();
  const byDeck = new Map<number, Converted[]>();
  for (const source of collection.cards) {
    const note = notes.get(source.note);
    const type = note === undefined ? undefined : types.get(note.noteType);
    if (note === undefined || type === undefined) continue;
    const converted = convertCard(source, note, type, media);
    if (converted === null) continue;
    const card = { ...converted.card, explicitId: freeId(converted.card.explicitId ?? '', taken) };
    const deck = byDeck.get(source.deck);
    if (deck === undefined) byDeck.set(source.deck, [{ ...converted, card }]);
    else deck.push({ ...converted, card });
  }
  return byDeck;
}

function convertCard(
  source: AnkiCard,
  note: AnkiNote,
  type: AnkiNoteType,
  media: Set<string>,
): Converted | null {
  const sides = cardSides(type, note.fields, source.ordinal);
  if (sides === null) return null;
  const question = fromHtml(sides.question);
  if (question.markdown === '') return null;
  const answer = fromHtml(sides.answer);
  for (const name of [...question.media, ...answer.media]) media.add(name);
  const { companies, stars, tags } = readTags(note.tags);
  const isOwn = OWN_GUID.test(note.guid);
  const card: DeckCard = {
    explicitId: isOwn ? note.guid : foreignId(note.guid, source.ordinal),
    stars: stars ?? 2,
    companies,
    tags,
    question: question.markdown,
    answer: answer.markdown,
    line: 1,
    defects: [],
  };
  return { source, card, isOwn, order: isOwn ? positionOf(source) : note.id };
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

function moduleOf(name: string, description: string, cards: readonly Converted[]): DeckModule {
  const place = deckPlace(
    name,
    cards.every(({ isOwn }) => isOwn),
  );
  const tags = commonTags(cards);
  return {
    ...place,
    emoji: '',
    subtitle: fromHtml(description).markdown.replaceAll(/\s+/g, ' ').slice(0, 500),
    tags,
    unknownKeys: {},
    extras: { keyQuestion: '', insights: [], code: '', reading: [], related: [] },
    cards: cards
      .toSorted((a, b) => a.order - b.order)
      .map(({ card }) => ({ ...card, tags: card.tags.filter((tag) => !tags.includes(tag)) })),
    line: 1,
  };
}

/** The tags that every card has are those of the module; one card alone says nothing of others. */
function commonTags([first, ...others]: readonly Converted[]): readonly string[] {
  if (first === undefined || others.length === 0) return [];
  return first.card.tags.filter((tag) => others.every(({ card }) => card.tags.includes(tag)));
}

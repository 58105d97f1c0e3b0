import type { AnkiDeck } from '../../model/anki.js';
import { groupBy } from '../../model/groups.js';
import type { DeckModule } from '../../model/module.js';
import { fromHtml } from '../html/to-markdown.js';
import type { ConvertedCard } from './convert-cards.js';
import { type DeckPlace, deckPlace } from './deck-place.js';

/**
 * Turns cards of Anki into modules: one a deck, in the order of their names. `own`
 * are the decks that viva exported, by their ids.
 */
export function toModules(
  decks: readonly AnkiDeck[],
  cards: readonly ConvertedCard[],
  own: ReadonlySet<number>,
): DeckModule[] {
  const byDeck = groupBy(cards, ({ source }) => source.deck);
  // Made here: a collator takes longer to make than viva to load all the rest.
  const byName = new Intl.Collator('en', { numeric: true });
  const sorted = decks.toSorted((a, b) => byName.compare(a.name, b.name));
  const known = new Set(sorted.map(({ id }) => id));
  const strays = [...byDeck.keys()].filter((id) => !known.has(id));
  const named = [...sorted, ...strays.map((id) => ({ id, name: 'Deck', description: '' }))];
  const modules = named.flatMap(({ id, name, description }) => {
    const inside = byDeck.get(id) ?? [];
    return inside.length === 0 ? [] : [moduleOf(deckPlace(name, own.has(id)), description, inside)];
  });
  return withOwnNumbers(modules);
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

function moduleOf(
  place: DeckPlace,
  description: string,
  cards: readonly ConvertedCard[],
): DeckModule {
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
function commonTags([first, ...others]: readonly ConvertedCard[]): readonly string[] {
  if (first === undefined || others.length === 0) return [];
  return first.card.tags.filter((tag) => others.every(({ card }) => card.tags.includes(tag)));
}

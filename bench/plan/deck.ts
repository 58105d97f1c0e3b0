import { type CardId, cardId, openStore } from './product.js';

const CARDS_A_MODULE = 10;
const DIGITS = 12;

/** Returns the id of card 0, 1, 2 … of the deck. */
export function idOfCard(card: number): CardId {
  return cardId(String(card).padStart(DIGITS, '0'));
}

/** Returns the number of a card by its id. */
export function cardOfId(id: CardId): number {
  return Number(id);
}

/** Returns the key of a card's module. */
export function moduleOfCard(card: number): number {
  return Math.floor(card / CARDS_A_MODULE) + 1;
}

/** Cards in the order in which a plan has new ones: the first of each module, the second … */
export function cardsInOrder(cards: number): number[] {
  const place = (card: number) => card % CARDS_A_MODULE;
  return Array.from({ length: cards }, (_, card) => card).sort(
    (a, b) => place(a) - place(b) || a - b,
  );
}

/** Makes a database at a path that holds a deck of so many new cards and nothing else. */
export function makeDeck(path: string, cards: number): void {
  const store = openStore({ path, device: 'bench', random: (bytes) => new Uint8Array(bytes) });
  const modules = Array.from({ length: Math.ceil(cards / CARDS_A_MODULE) }, (_, n) =>
    moduleOf(n, Math.min(CARDS_A_MODULE, cards - n * CARDS_A_MODULE)),
  );
  store.applyImport({
    collection: 'bench',
    source: '/decks',
    at: 1_000,
    plan: { modules, retired: [], ambiguous: [] },
    files: [],
    goneFiles: [],
  });
  store.close();
}

function moduleOf(number: number, count: number) {
  const title = `Module ${number}`;
  const extras = { keyQuestion: '', insights: [], code: '', reading: [], related: [] };
  const facts = { part: 'Inference', emoji: '', subtitle: '', tags: [], unknownKeys: {}, extras };
  return {
    file: `/decks/${number}.md`,
    key: `number:${number}`,
    module: { title, number, ...facts, cards: [], line: 1 },
    cards: Array.from({ length: count }, (_, ordinal) => ({
      id: idOfCard(number * CARDS_A_MODULE + ordinal),
      status: 'added' as const,
      card: cardText(number * CARDS_A_MODULE + ordinal),
      ordinal,
      returned: false,
      before: null,
    })),
  };
}

function cardText(card: number) {
  const question = `Question ${card}`;
  const answer = `Answer ${card}`;
  const place = { explicitId: null, line: 1, defects: [] };
  return { ...place, stars: 2 as const, companies: [], tags: [], question, answer };
}

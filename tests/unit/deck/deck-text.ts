import { parseDeckFile } from '../../../src/deck/parse/file.js';
import type { DeckCard } from '../../../src/model/card.js';
import type { DeckModule } from '../../../src/model/module.js';

/** Reads one module with the given body under a small front matter. */
export function moduleOf(body: string): DeckModule {
  const { modules } = parseDeckFile('sample.md', `---\ntitle: "Sample"\n---\n\n${body}`);
  const [module] = modules;
  if (modules.length !== 1 || module === undefined) throw new Error('not one module');
  return module;
}

/** Reads the cards of a question section with the given text. */
export function cardsOf(section: string): readonly DeckCard[] {
  return moduleOf(`## Interview Questions\n\n${section}`).cards;
}

/** Questions and answers only. */
export function pairsOf(section: string): [string, string][] {
  return cardsOf(section).map((card) => [card.question, card.answer]);
}

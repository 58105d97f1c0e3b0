import type { Card } from '../model/card.js';
import type { DeckModule } from '../model/module.js';
import { visibleLine } from '../model/visible-text.js';
import { linksOf } from './markdown/links.js';

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** Keys 1 to 9 open a link, so no more are offered. */
const MOST_LINKS = 9;

/** The links of a card, then those of its module's further reading. */
export function linksAround(card: Card, module: DeckModule | null): Link[] {
  const own = [...linksOf(card.question), ...linksOf(card.answer)];
  const reading = (module?.extras.reading ?? []).map(({ title, url }) => ({ text: title, url }));
  const known = new Set<string>();
  const unique = [...own, ...reading].filter(({ url }) => !known.has(url) && known.add(url));
  return unique.slice(0, MOST_LINKS);
}

/** Links with the key that opens each. */
export function linkLines(links: readonly Link[]): string[] {
  return links.flatMap(({ text, url }, at) => [
    `${at + 1}  ${visibleLine(text)}`,
    `   ${visibleLine(url)}`,
  ]);
}

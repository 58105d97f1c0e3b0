import { safeUrl } from '../../markdown/safe-url.js';
import type { Card } from '../../model/card.js';
import type { DeckModule } from '../../model/module.js';
import { oneLine } from '../components/text.js';
import { linksOf } from '../markdown/links.js';

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** Keys 1 to 9 open a link, so no more are offered. */
const MAX_LINKS = 9;

/** The links of a card, then those of its module's further reading, none that could not be opened. */
export function linksAround(
  card: Pick<Card, 'question' | 'answer'>,
  module: { readonly extras: Pick<DeckModule['extras'], 'reading'> } | null,
): Link[] {
  const own = [...linksOf(card.question), ...linksOf(card.answer)];
  const reading = (module?.extras.reading ?? []).flatMap(({ title, url }) => {
    const safe = safeUrl(url);
    return safe === null ? [] : [{ text: title, url: safe }];
  });
  const known = new Set<string>();
  const unique = [...own, ...reading].filter(({ url }) => !known.has(url) && known.add(url));
  return unique.slice(0, MAX_LINKS);
}

/** Links with the key that opens each. */
export function linkLines(links: readonly Link[]): string[] {
  return links.flatMap(({ text, url }, at) => [
    `${at + 1}  ${oneLine(text)}`,
    `   ${oneLine(url)}`,
  ]);
}

import { safeUrl } from '../../markdown/safe-url.js';
import type { Card } from '../../model/card.js';
import type { CardSource } from '../../model/card-source.js';
import type { DeckModule } from '../../model/module.js';
import { oneLine } from '../components/text.js';
import { linksOf } from '../markdown/links.js';
import { type Shown, shownIn } from '../markdown/shown.js';

/** What can be opened of a card: an address, a picture, a diagram, or its file in the editor. */
export type Link =
  | { readonly kind: 'address'; readonly text: string; readonly url: string }
  | { readonly kind: 'file'; readonly text: string; readonly place: string }
  | Shown;

/** Keys 1 to 9 open a link, so no more are offered. */
const MAX_LINKS = 9;

/**
 * The pictures and diagrams of a card, its links, those of its module's further reading, then
 * where the card is from: that is always offered.
 */
export function linksAround(
  card: Pick<Card, 'question' | 'answer'>,
  module: { readonly extras: Pick<DeckModule['extras'], 'reading'> } | null,
  source: CardSource | null,
): Link[] {
  const own = [...linksOf(card.question), ...linksOf(card.answer)];
  const reading = (module?.extras.reading ?? []).flatMap(({ title, url }) => {
    const safe = safeUrl(url);
    return safe === null ? [] : [{ text: title, url: safe }];
  });
  const known = new Set<string>();
  const unique = [...own, ...reading].filter(({ url }) => !known.has(url) && known.add(url));
  const shown = shownIn(`${card.question}\n\n${card.answer}`);
  const links = unique.map((link) => ({ kind: 'address' as const, ...link }));
  const from = sourceLinks(card, source);
  const before = [...shown, ...links].slice(0, MAX_LINKS - from.length);
  return [...before, ...from];
}

/** Of one's own file only where there is no answer yet: else there is nothing to look for in it. */
function sourceLinks({ answer }: Pick<Card, 'answer'>, source: CardSource | null): Link[] {
  if (source?.kind === 'address') {
    return [{ kind: 'address', text: `from ${source.text}`, url: source.url }];
  }
  if (source?.kind !== 'file' || answer !== '') return [];
  return [{ kind: 'file', text: 'its file, in the editor', place: source.text }];
}

/** Links with the key that opens each. */
export function linkLines(links: readonly Link[]): string[] {
  return links.flatMap((link, at) => [`${at + 1}  ${oneLine(link.text)}`, `   ${placeOf(link)}`]);
}

function placeOf(link: Link): string {
  if (link.kind === 'address') return oneLine(link.url);
  if (link.kind === 'file') return oneLine(link.place);
  return link.kind === 'picture' ? oneLine(link.source) : 'drawn by mermaid.live, in the browser';
}

/** Said of a card that has nothing to open. */
export const NO_LINKS = 'There is no link, picture or diagram on this card.';

/** Why something is not opened. */
const REFUSED: Readonly<Record<OpenedOutside['kind'], string>> = {
  address: 'it is not a web or mail address',
  picture: 'the collection has no such picture (PNG, JPEG, GIF or WebP)',
  diagram: 'it is too long for an address',
};

/** What another program opens, and not the editor. */
export type OpenedOutside = Exclude<Link, { kind: 'file' }>;

/** What a link is called in a message: its address, or the words that stand for it. */
export function linkName(link: OpenedOutside): string {
  return link.kind === 'address' ? link.url : link.text;
}

/** Says why a link was not opened. */
export function notOpened(link: OpenedOutside, why: 'refused' | 'failed'): string {
  if (why === 'refused') return `Not opened, as ${REFUSED[link.kind]}: ${linkName(link)}`;
  return `Found no program to open ${linkName(link)}: set BROWSER to one.`;
}

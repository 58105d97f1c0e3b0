import type { ReadingLink } from '../../model/module.js';
import { LIST_MARKER } from '../text/lines.js';

const NOTE_SEPARATOR = /^\s*(?:[-–—:]\s+)?/;
const BARE_ADDRESS = /^<?(https?:\/\/[^\s<>]+)>?/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/**
 * Reads the items of "Further Reading": `[title](address) note`, or a bare
 * address. An item without an address keeps its words as its title.
 */
export function readReading(markdown: string): ReadingLink[] {
  return itemsOf(markdown)
    .map(readItem)
    .filter(({ title, url }) => url !== '' || /[\p{L}\p{N}]/u.test(title));
}

/** Joins the lines of each list item; outside a list each line is an item. */
function itemsOf(markdown: string): string[] {
  const items: string[] = [];
  let inList = false;
  for (const line of markdown.split('\n')) {
    const text = line.trim();
    if (text === '') continue;
    const marker = LIST_MARKER.exec(line)?.[0];
    const previous = items.at(-1);
    if (marker === undefined && inList && /^[ \t]/.test(line) && previous !== undefined) {
      items[items.length - 1] = `${previous} ${text}`;
      continue;
    }
    inList = marker !== undefined;
    items.push(line.slice(marker?.length ?? 0).trim());
  }
  return items;
}

function readItem(item: string): ReadingLink {
  const label = item.startsWith('[') ? labelEnd(item) : -1;
  if (label > 0 && item.charAt(label + 1) === '(') {
    const end = addressEnd(item, label + 2);
    if (end > 0) {
      return {
        title: item.slice(1, label).replaceAll(ESCAPE, '$1'),
        url: addressOf(item.slice(label + 2, end)),
        note: noteOf(item.slice(end + 1)),
      };
    }
  }
  const bare = BARE_ADDRESS.exec(item);
  if (bare?.[1] === undefined) return { title: item, url: '', note: '' };
  return { title: bare[1], url: bare[1], note: noteOf(item.slice(bare[0].length)) };
}

const noteOf = (text: string) => text.replace(NOTE_SEPARATOR, '').trim();

/** The bracket that closes the one at 0; -1 where none does. */
function labelEnd(item: string): number {
  return closing(item, 1, '[', ']');
}

function addressEnd(item: string, from: number): number {
  if (item.charAt(from) !== '<') return closing(item, from, '(', ')');
  const close = item.indexOf('>', from);
  return close < 0 ? -1 : item.indexOf(')', close);
}

function closing(text: string, from: number, open: string, close: string): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === open) depth++;
    else if (char === close && --depth === 0) return at;
  }
  return -1;
}

/** Takes the title off `address "title"` and the brackets off `<address>`. */
function addressOf(text: string): string {
  const trimmed = text.trim();
  const address = trimmed.startsWith('<')
    ? trimmed.slice(1, trimmed.indexOf('>'))
    : (trimmed.split(/\s/)[0] ?? '');
  return address.replaceAll(ESCAPE, '$1');
}

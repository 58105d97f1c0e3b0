import type { Leaf } from '../../text/leaves.js';
import { visibleWords } from '../words/navigation.js';

const LINK = /\[((?:[^[\]\n]|\[[^[\]\n]{0,200}\]){0,500})\]\(\s*#([^)\s]{0,500})/g;
const HREF = /<a\s[^<>]{0,200}href\s*=\s*["']#([^"'<>]{0,300})["'][^<>]{0,200}>([^<>]{0,300})/gi;

/** Fewer links to places of the page are no contents. */
const MIN_LINKS = 3;

/** What a page links to within itself. */
export interface Contents {
  /** Is a heading one of the places that the page links to? */
  lists(heading: string): boolean;
}

/** Collects the links of a page to places of its own, as a table of contents has them. */
export function contentsOf(leaves: readonly Leaf[]): Contents {
  const slugs = new Set<string>();
  const words = new Set<string>();
  const add = (slug: string, text: string) => {
    slugs.add(decoded(slug).toLowerCase());
    words.add(visibleWords(unnumbered(text)).toLowerCase());
  };
  for (const content of linkingTexts(leaves)) {
    for (const [, text = '', slug = ''] of content.matchAll(LINK)) add(slug, text);
    for (const [, slug = '', text = ''] of content.matchAll(HREF)) add(slug, text);
  }
  words.delete('');
  if (slugs.size < MIN_LINKS) return { lists: () => false };
  return {
    lists: (heading) =>
      slugs.has(slugOf(heading)) || words.has(visibleWords(unnumbered(heading)).toLowerCase()),
  };
}

/** The texts that may link within the page, each once: the same one stands below every question. */
function linkingTexts(leaves: readonly Leaf[]): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { kind, content } of leaves) {
    if ((kind === 'paragraph' || kind === 'html') && content.includes('#')) texts.add(content);
  }
  return texts;
}

const unnumbered = (text: string) => text.replace(/^\s*(?:Q\.?\s*)?\d{1,4}\s*[.):]\s*/i, '');

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** The name that GitHub gives a heading. */
function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

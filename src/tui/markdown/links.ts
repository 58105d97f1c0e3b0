import { MAX_CHARACTERS, parseMarkdown } from '../../markdown/parse.js';
import { safeUrl } from '../../markdown/safe-url.js';
import { visibleText } from '../../model/text/visible.js';
import { bareUrlParts } from './bare-urls.js';
import { inlineSpans } from './inline.js';
import type { Span } from './text/span.js';

export interface MarkdownLink {
  readonly text: string;
  readonly url: string;
}

// Only the text of a link is wanted, without marks or addresses beside it.
const OPTIONS = { width: 80, colors: true, hyperlinks: true } as const;

/**
 * Returns the web and mail links of Markdown in order, each address once: what
 * is safe to open, in printable ASCII. In very long text only bare addresses.
 */
export function linksOf(markdown: string): MarkdownLink[] {
  const found = markdown.length > MAX_CHARACTERS ? bareLinks(markdown) : linksIn(markdown);
  const known = new Set<string>();
  return found.filter(({ url }) => !known.has(url) && known.add(url));
}

function linksIn(markdown: string): MarkdownLink[] {
  // Without an address there is nothing to parse for, as on most cards.
  if (!/https?:|mailto:|<[^\s<>@]+@/i.test(markdown)) return [];
  return parseMarkdown(visibleText(markdown)).flatMap(({ children }) =>
    joinedLinks(inlineSpans(children ?? [], OPTIONS)),
  );
}

/** Puts the text of a link together again that has several styles. */
function joinedLinks(spans: readonly Span[]): MarkdownLink[] {
  const links: MarkdownLink[] = [];
  let before: string | undefined;
  for (const { text, style } of spans) {
    const last = links.at(-1);
    if (style.url !== undefined && style.url === before && last !== undefined) {
      links[links.length - 1] = { text: last.text + text, url: last.url };
    } else if (style.url !== undefined) {
      links.push({ text, url: style.url });
    }
    before = style.url;
  }
  return links;
}

function bareLinks(text: string): MarkdownLink[] {
  return bareUrlParts(text).flatMap((part) => {
    const url = part.url ? safeUrl(part.text) : null;
    return url === null ? [] : [{ text: part.text, url }];
  });
}

import { parseMarkdown, type Token } from './parse.js';
import { safeUrl } from './safe-url.js';

export interface MarkdownLink {
  readonly text: string;
  readonly url: string;
}

/** Gives the web and mail links of Markdown in order, each address once. */
export function linksOf(markdown: string): MarkdownLink[] {
  const links = new Map<string, string>();
  const add = (url: string, text: string) => {
    const safe = safeUrl(url);
    if (safe !== null && !links.has(safe)) links.set(safe, text || url);
  };
  for (const { children } of parseMarkdown(markdown)) collect(children ?? [], add);
  return [...links].map(([url, text]) => ({ url, text }));
}

function collect(tokens: readonly Token[], add: (url: string, text: string) => void): void {
  tokens.forEach((token, at) => {
    if (token.type === 'link_open') {
      add(String(token.attrGet('href') ?? ''), textUntilClose(tokens, at + 1));
    } else if (token.type === 'text') {
      for (const url of token.content.match(/https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]]/g) ?? []) {
        add(url, url);
      }
    }
  });
}

function textUntilClose(tokens: readonly Token[], from: number): string {
  const end = tokens.findIndex((token, at) => at >= from && token.type === 'link_close');
  return tokens
    .slice(from, end)
    .map(({ content }) => content)
    .join('');
}

import { visibleText } from '../../model/visible-text.js';
import { renderBlocks } from './blocks.js';
import type { RenderOptions } from './options.js';
import { paintLine } from './paint.js';
import { parseMarkdown } from './parse.js';
import { PLAIN, type Span, span } from './span.js';
import { wrapSpans } from './wrap.js';

export type { RenderOptions } from './options.js';

/** Longer text is drawn without its Markdown: nobody reads it on a card, and it must not stall. */
const MOST_CHARACTERS = 60_000;
/** markdown-it drops what is nested deeper than the parser allows; this is below that. */
const MOST_LEVELS = 36;

/**
 * Draws Markdown as terminal lines of at most `width` columns. Each line opens
 * and closes its own styles, so any part of them can be shown. Nothing in the
 * text can steer the terminal.
 */
export function renderMarkdown(markdown: string, options: RenderOptions): string[] {
  return drawn(visibleText(markdown), options).map((line) => paintLine(line, options));
}

function drawn(markdown: string, options: RenderOptions): Span[][] {
  if (markdown.length > MOST_CHARACTERS) return plainLines(markdown, options.width);
  const tokens = parseMarkdown(markdown);
  const tooDeep = tokens.some(({ level }) => level >= MOST_LEVELS);
  return tooDeep ? plainLines(markdown, options.width) : renderBlocks(tokens, options);
}

function plainLines(text: string, width: number): Span[][] {
  return text.split('\n').flatMap((line) => wrapSpans([span(line, PLAIN)], width));
}

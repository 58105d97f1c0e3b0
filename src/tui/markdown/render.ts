import { MAX_CHARACTERS, parseMarkdown } from '../../markdown/parse.js';
import { visibleText } from '../../model/text/visible.js';
import { renderBlocks } from './blocks.js';
import type { RenderOptions } from './options.js';
import { paintLine } from './paint.js';
import { plainLines } from './plain.js';
import type { Span } from './text/span.js';

export type { RenderOptions } from './options.js';

/** Longer text is cut, UTF-16 code units. */
const MAX_SHOWN = 400_000;
/** markdown-it drops what is nested deeper than the parser allows; this is below that. */
const MAX_LEVELS = 36;

/**
 * Draws Markdown as terminal lines of at most `width` columns. Each line opens
 * and closes its own styles, so any part of them can be shown. Nothing in the
 * text can steer the terminal. Code is in colour once `prepareHighlighter` is done.
 */
export function renderMarkdown(markdown: string, options: RenderOptions): string[] {
  return painted(drawn(visibleText(readable(markdown)), options), options);
}

/** Draws text as it is, without reading it as Markdown, on lines of the same kind. */
export function renderPlain(text: string, options: RenderOptions): string[] {
  return painted(plainLines(visibleText(text), options.width), options);
}

/** Cuts what nobody could read on a card, and says so: hostile text would take seconds a key. */
function readable(markdown: string): string {
  const rest = markdown.length - MAX_SHOWN;
  if (rest <= 0) return markdown;
  return `${markdown.slice(0, MAX_SHOWN)}\n\n… ${rest} more characters are in the file, not shown here`;
}

function painted(lines: readonly Span[][], options: RenderOptions): string[] {
  return lines.map((line) => paintLine(line, options));
}

function drawn(markdown: string, options: RenderOptions): Span[][] {
  if (markdown.length > MAX_CHARACTERS) return plainLines(markdown, options.width);
  const tokens = parseMarkdown(markdown);
  const tooDeep = tokens.some(({ level }) => level >= MAX_LEVELS);
  return tooDeep ? plainLines(markdown, options.width) : renderBlocks(tokens, options);
}

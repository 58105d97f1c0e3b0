import { blocksOf, joinBlocks } from './block-markdown.js';
import { parseHtml } from './tree.js';

/** Longer HTML of one field is no card; what is beyond is left out. */
const MAX_CHARACTERS = 1_000_000;

export interface FromHtml {
  /** Markdown, outer blank lines trimmed. */
  readonly markdown: string;
  /** Names of pictures, sounds and films that the HTML refers to. */
  readonly media: readonly string[];
}

/**
 * Turns the HTML of a field of Anki into Markdown that shows the same: bold
 * and italic, code, lists, tables, links, formulas, line breaks. What has no
 * like in Markdown leaves its text; scripts and styles leave nothing. `renamed` are
 * the pictures that have other names here. It never throws.
 */
export function fromHtml(html: string, renamed: ReadonlyMap<string, string> = new Map()): FromHtml {
  const media = new Set<string>();
  const blocks = blocksOf(parseHtml(html.slice(0, MAX_CHARACTERS)), { media, renamed });
  return { markdown: joinBlocks(blocks), media: [...media] };
}

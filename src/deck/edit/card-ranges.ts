import { readScope } from '../read/cards.js';
import { readModuleHead } from '../read/module-head.js';
import { outlineOf } from '../read/outline.js';
import { findScopes } from '../read/question-scopes.js';
import { findSections } from '../read/sections.js';
import { splitModules } from '../read/split-modules.js';
import { parseBlocks } from '../text/blocks.js';
import { makeSource } from '../text/source.js';
import type { LineRange } from './lines.js';

/** The lines of one card. */
export interface CardRange extends LineRange {
  /** `DeckCard.line`. */
  readonly line: number;
}

/**
 * Finds the lines that each question of a file in the deck format takes up,
 * with its heading and its answer; `text` is the file as it was decoded.
 */
export function cardRanges(text: string): CardRange[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n');
  return splitModules(lines).flatMap((span) => {
    const source = makeSource(lines.slice(span.open, span.end).join('\n'), span.open + 1);
    const split = readModuleHead(source, span, new Set(), () => undefined);
    if (split === null) return [];
    const outline = outlineOf(source, parseBlocks(source, split.bodyLine));
    const { title } = split.head;
    const scopes = findScopes(outline, findSections(outline, title), title);
    return scopes.flatMap((scope) =>
      readScope(scope).cards.map(({ line, lines: range }) => ({ line, ...range })),
    );
  });
}

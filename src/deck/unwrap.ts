import { parseBlocks } from './blocks.js';
import { lastLine, quoteMark } from './callout.js';
import { LIST_MARKER, startsWithQuestion } from './marks.js';
import { type Outline, outlineOf } from './outline.js';
import { extentOf, isSeparator, type Range } from './range.js';
import { cutLines, lineAt, lineText, type Source } from './source.js';

/**
 * Where the text under a heading begins with a list or quote whose first line
 * is a `**Q:**`, gives that text read again without the list's or quote's
 * marks; null anywhere else.
 */
export function unwrapped(range: Range): Range | null {
  const { items, source } = range.outline;
  let first = range.from;
  while (first < range.to && isSeparator(items[first])) first++;
  const item = items[first];
  if (first >= range.to || item === undefined || item.kind === 'fold') return null;
  if (!startsWithQuestion(item, source.text.slice(item.start, item.end))) return null;
  const cutUntil = lastLine(source, item);
  const cut = item.kind === 'quote' ? quoteMark : listCut(lineText(source, item.line));
  const end = lineAt(source, Math.max(item.end, extentOf(range).end) - 1) + 1;
  let line = item.line;
  const inner = cutLines(source, item.line, end, (text) => (line++ <= cutUntil ? cut(text) : 0));
  return wholeOf(readOutline(inner));
}

function readOutline(source: Source): Outline {
  return outlineOf(source, parseBlocks(source, 0));
}

function wholeOf(outline: Outline): Range {
  return { outline, from: 0, to: outline.items.length };
}

/** Gives the cut for the lines of a list whose first line is given: its markers and indentation. */
function listCut(firstLine: string): (text: string) => number {
  const width = LIST_MARKER.exec(firstLine)?.[0].length ?? 0;
  return (text) => {
    const indent = Math.max(0, text.search(/[^ \t]/));
    if (indent >= width) return width;
    return LIST_MARKER.exec(text)?.[0].length ?? indent;
  };
}

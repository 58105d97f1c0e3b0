import { parseBlocks } from '../text/blocks.js';
import { quoteMark } from '../text/callout.js';
import { LIST_MARKER } from '../text/lines.js';
import { cutLines, lineAt, lineText, type Source } from '../text/source.js';
import { startsWithQuestion } from './marks.js';
import { type Outline, outlineOf } from './outline.js';
import { extentOf, isSeparator, type Range } from './range.js';

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
  const cut = item.kind === 'quote' ? quoteCut() : listCut(lineText(source, item.line));
  const end = lineAt(source, extentOf(range).end - 1) + 1;
  return wholeOf(readOutline(cutLines(source, item.line, end, cut)));
}

function readOutline(source: Source): Outline {
  return outlineOf(source, parseBlocks(source, 0));
}

function wholeOf(outline: Outline): Range {
  return { outline, from: 0, to: outline.items.length };
}

type Cut = (line: string) => number;

/** Cuts the quote marks off, up to the first line without one. */
function quoteCut(): Cut {
  let isInside = true;
  return (line) => {
    const length = quoteMark(line);
    isInside &&= length > 0;
    return isInside ? length : 0;
  };
}

/** Cuts a list's markers and indentation off, up to the first line that is not its own. */
function listCut(firstLine: string): Cut {
  const width = markerLength(firstLine);
  let isInside = true;
  return (line) => {
    const indent = line.search(/[^ \t]/);
    if (!isInside || indent < 0) return 0;
    if (indent >= width) return width;
    const length = markerLength(line);
    isInside = length > 0;
    return length;
  };
}

const markerLength = (line: string) => LIST_MARKER.exec(line)?.[0].length ?? 0;

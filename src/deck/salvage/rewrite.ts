/** A stretch of a text and what is to stand in its place. */
export interface Edit {
  /** Offset in UTF-16 code units. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** A text after its edits, which still knows where each part came from. */
export interface Rewrite {
  readonly text: string;
  /** Takes an offset in `text` and gives the offset in the text before the edits. */
  originalOffset(offset: number): number;
}

export interface TextPlace {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/**
 * Applies edits, which are in ascending order and do not overlap. An offset
 * inside a replacement maps to the same distance into what it replaced, at most
 * to its end.
 */
export function rewrite(text: string, edits: readonly Edit[]): Rewrite {
  if (edits.length === 0) return { text, originalOffset: (offset) => offset };
  const parts: string[] = [];
  const starts: number[] = [];
  let from = 0;
  let length = 0;
  for (const edit of edits) {
    const kept = text.slice(from, edit.at);
    parts.push(kept, edit.text);
    starts.push(length + kept.length);
    length += kept.length + edit.text.length;
    from = edit.at + edit.length;
  }
  parts.push(text.slice(from));
  return {
    text: parts.join(''),
    originalOffset: (offset) => originalOffset(edits, starts, offset),
  };
}

function originalOffset(edits: readonly Edit[], starts: readonly number[], offset: number): number {
  const index = lastAtMost(starts, offset);
  const edit = edits[index];
  const start = starts[index];
  if (edit === undefined || start === undefined) return offset;
  const into = offset - start;
  if (into < edit.text.length) return edit.at + Math.min(into, edit.length);
  return edit.at + edit.length + into - edit.text.length;
}

/** Returns the offset at which each line of a text starts; `\n`, `\r\n` and `\r` end a line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
    return starts;
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Returns the line and column of an offset, from the starts of the text's lines. */
export function placeOf(starts: readonly number[], offset: number): TextPlace {
  const index = Math.max(lastAtMost(starts, offset), 0);
  return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 };
}

/** Returns the index of the last number that is not above the limit, -1 where all are. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** One column wide on every terminal on which frames of Ink fit at all: ASCII and lines. */
const PLAIN = /^[\u0020-\u007e\u2500-\u257f]*$/;
const STYLE = /\u001b\[[\d;]*m/g;

/** A part of a line that is to be written anew. */
export interface LineChange {
  /** Columns before it, from 0. */
  readonly column: number;
  /** Style sequences that hold where it begins. */
  readonly styles: string;
  readonly text: string;
}

/**
 * Returns what of a line differs from the line before, where that can be written
 * by itself: as wide as what it replaces, in the same styles, at columns that
 * are known for sure. Null where the whole line is to be written.
 */
export function lineChanges(before: string, after: string): LineChange[] | null {
  if (before.length !== after.length || stylesOf(before) !== stylesOf(after)) return null;
  const runs = differences(before, after);
  const end = runs.at(-1)?.to ?? 0;
  if (!isPlain(before, end) || !isPlain(after, end)) return null;
  return runs.map(({ from, to }) => {
    const start = after.slice(0, from);
    return {
      column: start.replaceAll(STYLE, '').length,
      styles: (start.match(STYLE) ?? []).join(''),
      text: after.slice(from, to),
    };
  });
}

/** The style sequences of a line with their places: where they are equal, no difference is within one. */
function stylesOf(line: string): string {
  return Array.from(line.matchAll(STYLE), (match) => `${match.index}${match[0]}`).join('');
}

/** Is all plain up to `end` and one beyond? What follows may be a mark on the last character. */
function isPlain(line: string, end: number): boolean {
  const shown = line.slice(0, end).replaceAll(STYLE, '');
  const next = line.slice(end).replaceAll(STYLE, '').charAt(0);
  return PLAIN.test(shown) && PLAIN.test(next);
}

function differences(a: string, b: string): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let from = 0; from < a.length; from++) {
    if (a[from] === b[from]) continue;
    let to = from + 1;
    while (to < a.length && a[to] !== b[to]) to++;
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

import type { Line } from '../components/line-edit.js';
import type { Completing } from './state.js';

/** The word of a query that ends at the cursor; quotes hold blanks together. */
export function wordBefore({ text, cursor }: Line): string {
  const words = text.slice(0, cursor).matchAll(/(?:"[^"]*"?|[^\s"()])+|[\s()]/g);
  const last = [...words].at(-1)?.[0] ?? '';
  return /^[\s()]$/.test(last) ? '' : last;
}

/** What Tab makes of a line: the first word that could stand at the cursor, then the next. */
export function completed(
  line: Line,
  completing: Completing | null,
  words: readonly string[],
  by: 1 | -1,
): { readonly line: Line; readonly completing: Completing | null } {
  const begun = completing ?? { before: line, words, at: by > 0 ? -1 : 0 };
  const { length } = begun.words;
  if (length === 0) return { line, completing: null };
  const at = (begun.at + by + length) % length;
  const next = replaced(begun.before, begun.words[at] ?? '');
  // Behind a word that could be no other, Tab completes what comes next.
  return { line: next, completing: length === 1 ? null : { ...begun, at } };
}

function replaced(line: Line, word: string): Line {
  const start = line.cursor - wordBefore(line).length;
  return {
    text: line.text.slice(0, start) + word + line.text.slice(line.cursor),
    cursor: start + word.length,
  };
}

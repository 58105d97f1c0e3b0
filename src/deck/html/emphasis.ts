const WORD = /[\p{L}\p{N}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/**
 * Returns whether Markdown reads signs around `inner` as emphasis between these two texts
 * (CommonMark 0.31, left- and right-flanking delimiter runs).
 */
export function isFlanked(before: string, inner: string, after: string): boolean {
  if (inner === '') return false;
  const opens = !PUNCTUATION.test(firstOf(inner)) || !WORD.test(lastOf(before));
  const closes = !PUNCTUATION.test(lastOf(inner)) || !WORD.test(firstOf(after));
  return opens && closes;
}

/**
 * Returns whether emphasis of `inner` is to be written with underscores between these two texts: an
 * asterisk beside an asterisk belongs to it, but an underscore within a word is a letter.
 */
export function needsUnderscore(before: string, inner: string, after: string): boolean {
  if (WORD.test(lastOf(before)) || WORD.test(firstOf(after))) return false;
  return before.endsWith('*') || inner.startsWith('*') || inner.endsWith('*');
}

const firstOf = (text: string) => String.fromCodePoint(text.codePointAt(0) ?? 32);
const lastOf = (text: string) => [...text.slice(-2)].at(-1) ?? ' ';

import { foldLetters, isWordCharacter } from './words.js';

/** Signs that mean one, as typewriters and typesetters have them. */
const DASHES = /[\u2010-\u2014\u2212]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc]/g;
const QUOTES = /[\u201c\u201d]/g;

/**
 * Returns the parts of a search text that its words alone do not tell: what
 * stands between blanks and has signs, such as `c++` or `a-b`, without case. A
 * star at the end of a part says that the word goes on, as the last one may.
 */
export function literalsOf(search: string): string[] {
  return foldSigns(search)
    .split(/\s+/)
    .map((part) => foldLetters(part.replace(/(?<=.)\*+$/s, '')))
    .filter((part) => [...part].some((character) => !isWordCharacter(character)));
}

/** Does a text hold each of the literals, begun where a word begins? */
export function holdsLiterals(text: string, literals: readonly string[]): boolean {
  if (literals.length === 0) return true;
  const folded = foldLetters(foldSigns(text));
  return literals.every((literal) => holdsAtStart(folded, literal));
}

function holdsAtStart(text: string, literal: string): boolean {
  const beginsWord = isWordCharacter(firstOf(literal));
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
    if (!beginsWord || at === 0 || !isWordCharacter(lastOf(text.slice(at - 2, at)))) return true;
  }
  return false;
}

function foldSigns(text: string): string {
  return text.replaceAll(DASHES, '-').replaceAll(APOSTROPHES, "'").replaceAll(QUOTES, '"');
}

const firstOf = (text: string) => [...text][0] ?? '';
const lastOf = (text: string) => [...text].at(-1) ?? '';

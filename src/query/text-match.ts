import { holdsLiterals, literalsOf } from './literal.js';
import { foldCase, hasWords, isUnspaced, wordsOf } from './words.js';

/** The store's index for text without spaces finds nothing shorter. */
const MIN_TRIGRAM_LENGTH = 3;

/**
 * Returns whether a text holds a search text: its words one after another, the
 * last one perhaps only begun, and its signs as they stand by them. In scripts without spaces between words, and for
 * signs alone, any place in the text will do.
 */
export function holdsText(text: string, search: string): boolean {
  if (!hasWords(search)) return holdsAnywhere(text, search, lowerAscii);
  if (!isUnspaced(search)) {
    return holdsLiterals(text, literalsOf(search)) && holdsPhrase(wordsOf(text), wordsOf(search));
  }
  const isShort = [...search].length < MIN_TRIGRAM_LENGTH;
  return holdsAnywhere(text, search, isShort ? lowerAscii : foldCase);
}

function holdsAnywhere(text: string, search: string, fold: (text: string) => string): boolean {
  return fold(text).includes(fold(search));
}

function holdsPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  const last = phrase.length - 1;
  return words.some((_, start) =>
    phrase.every((part, index) => {
      const word = words[start + index];
      return index === last ? word?.startsWith(part) === true : word === part;
    }),
  );
}

// SQLite's LIKE knows the case of these letters alone.
function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

/** What SQLite's FTS5 takes for a part of a word: letters, numbers, private use. */
const WORD = /[\p{L}\p{N}\p{Co}]/u;

/** Marks that FTS5 leaves out of a word without ending it; all others end it. */
const SILENT_MARK =
  /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]/;

/** Scripts that put no space between words, and Korean, whose words take endings. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Where these scripts begin in Unicode: most text is told by that at once. */
const HIGH = /[\u0e00-\uffff]/;

/**
 * Does the text use a script whose words cannot be told apart by looking for
 * spaces? The store keeps such cards in its trigram index too, and looks such
 * search words up there.
 */
export function isUnspaced(text: string): boolean {
  return HIGH.test(text) && UNSPACED.test(text);
}

/** Does the text hold anything that is part of a word? */
export function hasWords(text: string): boolean {
  return WORD.test(text);
}

/**
 * Splits text into words without case and, in Latin letters, without accents,
 * as the tokenizer `unicode61 remove_diacritics 2` of SQLite's FTS5 does. Only
 * signs newer than Unicode 6.1, such as some emoji, are letters to FTS5 and none here.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (WORD.test(character)) word += foldLetter(character);
    else if (!SILENT_MARK.test(character) && word !== '') {
      words.push(word);
      word = '';
    }
  }
  if (word !== '') words.push(word);
  return words;
}

/** Is the character part of a word? */
export function isWordCharacter(character: string): boolean {
  return WORD.test(character);
}

/** Returns text with its letters as `wordsOf` has them, and all signs but silent marks. */
export function foldLetters(text: string): string {
  let folded = '';
  for (const character of text) {
    if (WORD.test(character)) folded += foldLetter(character);
    else if (!SILENT_MARK.test(character)) folded += character;
  }
  return folded;
}

/** Returns text without case, character by character: the final sigma is a sigma. */
export function foldCase(text: string): string {
  return Array.from(text, foldCharacter).join('');
}

function foldLetter(letter: string): string {
  const folded = foldCharacter(letter);
  const [base = folded, ...marks] = folded.normalize('NFD');
  return marks.length > 0 && /[a-z]/.test(base) ? base : folded;
}

// By way of the capital, so that variants of one letter (ς σ, ſ s) become the same.
function foldCharacter(character: string): string {
  if (character === 'ı') return character;
  if (character === 'İ') return 'i';
  const capital = oneCharacter(character.toUpperCase(), character);
  return oneCharacter(capital.toLowerCase(), character);
}

function oneCharacter(text: string, otherwise: string): string {
  return [...text].length === 1 ? text : otherwise;
}

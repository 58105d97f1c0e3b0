/** Scripts that put no space between words, and Korean, whose words take endings. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Does the text use a script whose words a word index cannot find? Such cards
 * are in the trigram index too, and such search words are looked up there.
 */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

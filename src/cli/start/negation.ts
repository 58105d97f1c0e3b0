import { namesOf, takesValue } from '../completion/typed-words.js';
import type { OptionSpec } from '../contract/command.js';

/** Stands for the dash of a term taken back, which commander would take for an option's. */
const NEGATION = '\u0000';

/**
 * Hides the dash of a term that is taken back, such as `-is:suspended`, in a
 * word of the command line. A short option of the command with its value right
 * after it, as in `-oFILE`, stays an option.
 */
export function hideNegation(word: string, options: readonly OptionSpec[]): string {
  if (!/^-[^-\s].+/.test(word) || isShortWithValue(word, options)) return word;
  return NEGATION + word.slice(1);
}

/** The word as it was typed. */
export function unhideNegation(word: string): string {
  return word.startsWith(NEGATION) ? `-${word.slice(1)}` : word;
}

function isShortWithValue(word: string, options: readonly OptionSpec[]): boolean {
  const short = word.slice(0, 2);
  return options.some((option) => takesValue(option) && namesOf(option).includes(short));
}

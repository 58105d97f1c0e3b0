import type { OptionSpec } from '../contract/command.js';

/** What is known of a command line up to the word being typed. */
export interface TypedWords {
  /** Words that are neither flags nor values of flags. */
  readonly positional: readonly string[];
  /** Flags that were given, without their values. */
  readonly flags: readonly string[];
  /** The option whose value is being typed; null where it is no value. */
  readonly pending: OptionSpec | null;
  /** The word must be the pending option's value: nothing else can stand here. */
  readonly mustBeValue: boolean;
}

/** Sorts the words before the one being typed, as commander would. */
export function sortWords(words: readonly string[], options: readonly OptionSpec[]): TypedWords {
  const positional: string[] = [];
  const flags: string[] = [];
  let pending: OptionSpec | null = null;
  let mustBeValue = false;
  for (const word of words) {
    if (mustBeValue) {
      // Even where it looks like a flag; only a variadic option goes on taking words.
      mustBeValue = false;
      if (pending !== null && !isVariadic(pending)) pending = null;
    } else if (/^-./.test(word)) {
      flags.push(word.replace(/=.*$/s, ''));
      pending = optionOf(word, options);
      mustBeValue = pending !== null;
    } else if (pending === null) positional.push(word);
  }
  return { positional, flags, pending, mustBeValue };
}

/** Returns the option of a flag that takes a value; null for any other word. */
export function optionOf(flag: string, options: readonly OptionSpec[]): OptionSpec | null {
  return options.find((option) => takesValue(option) && namesOf(option).includes(flag)) ?? null;
}

/** The names of an option, `--output` and `-o`. */
export function namesOf({ flags }: OptionSpec): string[] {
  return flags
    .replace(/\s*[<[].*$/, '')
    .split(',')
    .map((name) => name.trim());
}

/** Does a value follow an option? */
export function takesValue({ flags }: OptionSpec): boolean {
  return /[<[]/.test(flags);
}

function isVariadic({ flags }: OptionSpec): boolean {
  return flags.includes('...');
}

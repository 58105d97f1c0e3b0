import { VivaError } from '../../model/error.js';
import { type NameWord, readNameChange } from '../../query/split-changes.js';
import type { NameChange } from './marks.js';

/**
 * Returns the change of names that words ask for together, at least one. Names
 * that other cards have (`known`) are spelled as they are there. Throws `usage`
 * for words that contradict each other.
 */
export function nameChange(
  field: NameWord['field'],
  words: readonly Pick<NameWord, 'sign' | 'names'>[],
  known: readonly { readonly name: string }[],
): NameChange {
  const spellings = new Map(known.map(({ name }) => [name.toLowerCase(), name]));
  const spelled = (sign: NameWord['sign']) =>
    words
      .filter((word) => word.sign === sign)
      .flatMap(({ names }) => names.map((name) => spellings.get(name.toLowerCase()) ?? name));
  if (words.every(({ sign }) => sign !== '=')) return { add: spelled('+'), remove: spelled('-') };
  if (words.length > 1) {
    throw new VivaError(
      'usage',
      `${field}:= replaces all values and cannot be combined with + or -.`,
      `Use either ${field}:=a,b or ${field}:+a,-b.`,
    );
  }
  return { exactly: spelled('=') };
}

/** The same of a line that a person wrote, such as `+google, meta -openai`; see `readNameChange`. */
export function writtenNameChange(
  field: NameWord['field'],
  line: string,
  known: readonly { readonly name: string }[],
): NameChange {
  return nameChange(field, readNameChange(line), known);
}

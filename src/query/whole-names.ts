import { ALIASES } from './fields.js';
import { isNamed } from './wildcard.js';

/** The fields whose values are names that cards have. */
export const NAME_FIELDS = ['company', 'part', 'tag', 'collection', 'module'] as const;
export type NameField = (typeof NAME_FIELDS)[number];

/** Returns the names of a kind that there are. */
export type KnownNamesOf = (field: NameField) => readonly string[];

/**
 * Quotes the names in a word of the command line. A shell takes the quotes of
 * `part:"The Transformer"` away; what stands behind the colon is still one name
 * where there is such a name. Any other word comes back as it is.
 */
export function quoteWholeNames(word: string, known: KnownNamesOf): string {
  const [, head = '', key = '', value = ''] = /^(-?([a-z]+):)(.+)$/is.exec(word) ?? [];
  const name = key.toLowerCase();
  const field = NAME_FIELDS.find((each) => each === (ALIASES.get(name) ?? name));
  return field === undefined ? word : head + quoteWholeValue(field, value, known);
}

/** The same for the value of a field alone, as a flag has it: `--part "The Transformer"`. */
export function quoteWholeValue(field: NameField, value: string, known: KnownNamesOf): string {
  if (!needsQuotes(value)) return value;
  if (isKnown(field, value, known)) return quote(value);
  const values = value.split(',').map((each) => each.trim());
  const allKnown = values.every((each) => !needsQuotes(each) || isKnown(field, each, known));
  if (!allKnown) return value;
  return values.map((each) => (needsQuotes(each) ? quote(each) : each)).join(',');
}

function needsQuotes(value: string): boolean {
  return /[\s,"\\():]/.test(value);
}

// A title is found by any part of it, as `module:` does.
function isKnown(field: NameField, value: string, known: KnownNamesOf): boolean {
  const pattern = field === 'module' ? `*${value}*` : value;
  return known(field).some((name) => isNamed(name, pattern));
}

function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

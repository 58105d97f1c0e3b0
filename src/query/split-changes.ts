import type { Stars } from '../model/card.js';
import { levelOf } from './difficulty.js';

/** A list of names to add (`+`), take away (`-`), or have and no others (`=`). */
export interface NameWord {
  readonly field: 'company' | 'tag';
  readonly sign: '+' | '-' | '=';
  readonly names: readonly string[];
}

/** One word of a change: what to set on cards. */
export type ChangeWord =
  | { readonly field: 'difficulty'; readonly stars: Stars }
  | { readonly field: 'module'; readonly title: string }
  | NameWord;

/**
 * Parts the words of a command into a query and the changes behind it, such as
 * `difficulty:3`, `company:+google,meta`, `tag:-old`, `tag:=a,b` and
 * `module:=22`. The longest row of changes at the end counts; `atLeast` words
 * are of the query whatever they say, for `difficulty:1` can be meant as either.
 */
export function splitChanges(
  words: readonly string[],
  atLeast: number,
): { readonly query: readonly string[]; readonly changes: readonly ChangeWord[] } {
  const changes: ChangeWord[] = [];
  let at = words.length;
  for (; at > atLeast; at--) {
    const change = readChange(words[at - 1] ?? '');
    if (change === null) break;
    changes.unshift(change);
  }
  return { query: words.slice(0, at), changes };
}

function readChange(word: string): ChangeWord | null {
  const [, key = '', sign = '', value = ''] = /^([a-z]+):([-+=]?)(.*)$/is.exec(word) ?? [];
  switch (key.toLowerCase()) {
    case 'difficulty': {
      const stars = sign === '-' || sign === '+' ? null : levelOf(value.trim());
      return stars === null ? null : { field: 'difficulty', stars };
    }
    case 'module':
      return sign === '=' && value.trim() !== '' ? { field: 'module', title: value.trim() } : null;
    case 'company':
    case 'tag':
      return nameChange(key.toLowerCase() === 'tag' ? 'tag' : 'company', sign, value);
    default:
      return null;
  }
}

/** Without a sign it is a term of the query. */
function nameChange(field: NameWord['field'], sign: string, list: string): NameWord | null {
  if (sign !== '+' && sign !== '-' && sign !== '=') return null;
  const all = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const names = [...new Set(all)];
  return names.length === 0 && sign !== '=' ? null : { field, sign, names };
}

/**
 * Reads a change of names as a person writes it on a line of its own, such as
 * `+google, meta -openai` or `=a, b`: names between commas, which may hold
 * blanks; those before the first sign are added.
 */
export function readNameChange(text: string): Pick<NameWord, 'sign' | 'names'>[] {
  const parts = ` ${text}`.split(/\s(?=[-+=])/).filter((part) => part.trim() !== '');
  return parts.map((part) => {
    const [, sign = '', list = ''] = /^\s*([-+=]?)(.*)$/s.exec(part) ?? [];
    const names = list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return { sign: sign === '-' || sign === '=' ? sign : '+', names: [...new Set(names)] };
  });
}

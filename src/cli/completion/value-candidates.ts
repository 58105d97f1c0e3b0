import { visibleLine } from '../../model/text/visible.js';
import {
  type Completion,
  type FindNames,
  plainCompletions,
  type Values,
} from '../contract/values.js';

/**
 * Returns what can stand in the place of `typed`, each with `head` before it: the
 * part of the word that stays as it is. Files are the shell's, so none come.
 */
export function valueCandidates(
  values: Values | undefined,
  head: string,
  typed: string,
  findNames: FindNames,
): Completion[] {
  if (values === undefined || values === 'file') return [];
  const found =
    typeof values === 'string' ? findNames(values, typed) : plainCompletions([...values]);
  return found
    .filter(({ word }) => isHarmless(word) && startsWith(word, typed))
    .map(({ word, about }) => ({ word: head + word, about }));
}

/** Does a word begin with another, without case? */
export function startsWith(word: string, start: string): boolean {
  return word.toLowerCase().startsWith(start.toLowerCase());
}

// A name is a stranger's text: with anything in it that acts on a terminal, or that would break
// the line it stands on, it is not offered at all.
function isHarmless(word: string): boolean {
  return word !== '' && word.length <= 200 && visibleLine(word) === word;
}

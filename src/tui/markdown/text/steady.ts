import { steadied } from './unsteady.js';

const ASCII = /^[\u0000-\u007f]*$/;

/**
 * Returns text that takes the same number of columns on every terminal as
 * string-width counts, as far as that can be. An emoji made of several comes
 * out as its parts, and invisible characters are left out; no word changes.
 */
export function steadyText(text: string): string {
  return ASCII.test(text) ? text : steadied(text);
}

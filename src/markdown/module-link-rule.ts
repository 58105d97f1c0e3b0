import type { StateInline } from 'markdown-it';

/** Titles are short; and a search to the end for each of many openings would be quadratic. */
const MAX_CHARACTERS = 200;

/** Reads `[[Module title]]` as a link to a module. */
export function moduleLinkRule(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[[', state.pos)) return false;
  const ahead = state.src.slice(state.pos + 2, state.pos + 2 + MAX_CHARACTERS);
  const title = ahead.slice(0, Math.max(0, ahead.indexOf(']]')));
  if (title === '' || /[[\]\n]/.test(title)) return false;
  if (!silent) state.push('module_link', '', 0).content = title;
  state.pos += title.length + 4;
  return true;
}

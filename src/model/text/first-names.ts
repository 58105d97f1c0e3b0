import { visibleLine } from './visible.js';

const MAX_NAMES = 5;
const MAX_CHARACTERS = 100;

/** Returns the first few of many names in a row, fit for a terminal, and how many more there are. */
export function firstNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => visibleLine(name.slice(-MAX_CHARACTERS)));
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

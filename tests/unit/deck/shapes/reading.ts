import { parseList } from '../../../../src/deck/parse/list.js';
import { NOTHING_AROUND } from '../../../../src/deck/shapes/page/page.js';
import { LET_FILES_DECIDE, PLAIN_DEFAULTS } from '../../../../src/model/reading.js';

/** A name that asks nothing, in a folder where no name does. */
const AROUND = { ...NOTHING_AROUND, root: 'lists', name: 'README' };

/** Reads a list as an import does with nothing said. */
export function readList(
  text: string,
  { around = {}, choice = {} }: { around?: object; choice?: object } = {},
) {
  return parseList('list.md', text, {
    around: { ...AROUND, ...around },
    choice: { ...LET_FILES_DECIDE, ...choice },
    defaults: PLAIN_DEFAULTS,
  });
}

/** Questions and answers of a list, in order. */
export function pairsOf(text: string, options: Parameters<typeof readList>[1] = {}) {
  const { modules } = readList(text, options);
  return modules.flatMap(({ cards }) => cards.map(({ question, answer }) => [question, answer]));
}

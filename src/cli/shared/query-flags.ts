import { refuseNoMatch } from '../../app/cards/no-match.js';
import type { Cards } from '../../app/cards/ports.js';
import { selectCards } from '../../app/cards/select.js';
import type { Moment } from '../../model/moment.js';
import { IS_WORDS, type Query } from '../../model/query.js';
import * as z from '../../model/schema.js';
import { STAR_WORDS } from '../completion/query-candidates.js';
import type { OptionSpec } from '../contract/command.js';

const names = z.optional(z.array(z.string()));

/** The flags that every command with a query takes. */
export const queryFlags = z.object({
  company: names,
  difficulty: names,
  part: names,
  module: names,
  tag: names,
  collection: names,
  is: names,
});
export type QueryFlagValues = z.infer<typeof queryFlags>;

/** Each may repeat or take commas. */
export const QUERY_OPTIONS: readonly OptionSpec[] = [
  { flags: '--company <name...>', description: 'cards that name a company', values: 'company' },
  {
    flags: '--difficulty <stars...>',
    description: 'stars: 1, 2, 3, 2..3, easy, medium, hard',
    values: STAR_WORDS,
  },
  { flags: '--part <name...>', description: 'cards of a part of the syllabus', values: 'part' },
  {
    flags: '--module <module...>',
    description: 'cards of a module, by number or title',
    values: 'module',
  },
  { flags: '--tag <tag...>', description: 'cards of modules with a tag', values: 'tag' },
  { flags: '--collection <name...>', description: 'cards of a collection', values: 'collection' },
  {
    flags: '--is <state...>',
    description: 'new, learning, due, review, suspended, leech, flagged …',
    values: IS_WORDS,
  },
];

/**
 * The query that words and flags make together; words can be ids of cards, or begin
 * them. Throws `card-unknown` for words and names that no card has.
 */
export function queryFrom(
  words: readonly string[],
  flags: QueryFlagValues,
  cards: Cards,
  moment: Moment,
): Query {
  const { company, difficulty, part, module, tag, collection, is } = flags;
  const given = { company, difficulty, part, module, tag, collection, is };
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  // Nothing that reads queries is loaded for none.
  if (words.length === 0 && set.length === 0) return { kind: 'all' };
  const query = selectCards({ words, flags: Object.fromEntries(set) }, cards, moment);
  refuseNoMatch(query, moment, cards);
  return query;
}

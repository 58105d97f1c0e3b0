import type { Query } from '../model/query.js';
import { allOf } from '../model/query-tree.js';
import { flagQuery, type QueryFlags } from '../query/flags.js';
import { parseQuery } from '../query/parse.js';
import { unknownNames } from '../query/unknown-names.js';
import type { Cards } from './ports.js';

export interface Selection {
  /** Words of a query as typed on the command line. */
  readonly words: readonly string[];
  readonly flags: QueryFlags;
}

/**
 * Turns words and flags into one query. Throws `query-invalid` for a wrong
 * term, and for a company, part, tag or collection that no card has.
 */
export function selectCards(selection: Selection, cards: Cards): Query {
  const query = allOf(parseQuery(selection.words.join(' ')), flagQuery(selection.flags));
  if (query.kind === 'all') return query;
  const known = (kind: 'company' | 'part' | 'tag' | 'collection') =>
    cards.names(kind).map(({ name }) => name);
  const unknown = unknownNames(query, {
    company: known('company'),
    part: known('part'),
    tag: known('tag'),
    collection: known('collection'),
  });
  if (unknown !== null) throw unknown;
  return query;
}

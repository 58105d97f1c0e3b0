import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { allOf } from '../../model/query-tree.js';
import { flagQuery, type QueryFlags } from '../../query/flags.js';
import { parseQuery } from '../../query/parse.js';
import { unknownNames } from '../../query/unknown-names.js';
import {
  type KnownNamesOf,
  NAME_FIELDS,
  quoteWholeNames,
  quoteWholeValue,
} from '../../query/whole-names.js';
import type { Cards } from './ports.js';
import { withIds } from './with-ids.js';

export interface Selection {
  /** Words of a query as typed on the command line. */
  readonly words: readonly string[];
  readonly flags: QueryFlags;
}

/**
 * Turns words and flags into one query; at a moment, words can also be ids, see
 * `withIds`. Throws `query-invalid` for a wrong term, and for a company, part,
 * tag or collection that no card has.
 */
export function selectCards(selection: Selection, cards: Cards, moment?: Moment): Query {
  const known: KnownNamesOf = (kind) => cards.names(kind).map(({ name }) => name);
  const words = selection.words.map((word) => quoteWholeNames(word, known));
  const query = allOf(parseQuery(words.join(' ')), flagQuery(quoteFlags(selection.flags, known)));
  if (query.kind === 'all') return query;
  const unknown = unknownNames(query, {
    company: known('company'),
    part: known('part'),
    tag: known('tag'),
    collection: known('collection'),
  });
  if (unknown !== null) throw unknown;
  return moment === undefined ? query : withIds(query, moment, cards);
}

function quoteFlags(flags: QueryFlags, known: KnownNamesOf): QueryFlags {
  const quoted = NAME_FIELDS.map((field) => [
    field,
    flags[field]?.map((value) => quoteWholeValue(field, value, known)),
  ]);
  return { ...flags, ...Object.fromEntries(quoted) };
}

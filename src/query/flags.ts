import type { Query } from '../model/query.js';
import { allOf, anyOf } from '../model/query-tree.js';
import { siteOfFlag } from './error.js';
import { fieldOf, parseValue } from './terms.js';
import { readFlagValues } from './tokens.js';

/** The flags that say the same as a query's terms. */
const FLAGS = ['company', 'difficulty', 'part', 'module', 'tag', 'collection', 'is'] as const;

/** The query flags of the command line; each may repeat or hold commas. */
export type QueryFlags = {
  readonly [Flag in (typeof FLAGS)[number]]?: readonly string[] | undefined;
};

/**
 * Returns what the flags say as a query: OR within a flag, AND between flags.
 * Throws `query-invalid` for a wrong value.
 */
export function flagQuery(flags: QueryFlags): Query {
  return allOf(...FLAGS.map((flag) => oneFlag(flag, flags[flag] ?? [])));
}

function oneFlag(flag: (typeof FLAGS)[number], given: readonly string[]): Query {
  const field = fieldOf(flag);
  if (field === undefined || given.length === 0) return { kind: 'all' };
  return anyOf(
    given.flatMap((text) =>
      readFlagValues(text).map((value) => parseValue(flag, field, value, siteOfFlag(flag, text))),
    ),
  );
}

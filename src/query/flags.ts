import type { Query } from '../model/query.js';
import { allOf, anyOf } from '../model/query-tree.js';
import { parseTerm } from './terms.js';

/** The query flags of the command line; each may repeat or hold commas. */
export interface QueryFlags {
  readonly company?: readonly string[];
  readonly difficulty?: readonly string[];
  readonly part?: readonly string[];
  readonly module?: readonly string[];
  readonly tag?: readonly string[];
  readonly collection?: readonly string[];
  readonly is?: readonly string[];
}

/** Gives what the flags say as a query: OR within a flag, AND between them. */
export function flagQuery(flags: QueryFlags): Query {
  const terms = Object.entries(flags).map(([key, values]) => {
    const words: readonly string[] = values ?? [];
    return anyOf(words.map((value) => flagTerm(key, value)));
  });
  return allOf(...terms);
}

function flagTerm(key: string, value: string): Query {
  const text = `${key}:${value}`;
  return parseTerm({ kind: 'word', text, key, value, quoted: false, at: 0 }, `--${key} ${value}`);
}

import { readFileSync } from 'node:fs';
import { law, same } from '../law.mjs';
import { QUERY_TOKENS } from '../seeds.mjs';

/** The query language: an error that a person understands, or a query that reads as it is put. */
export const query = {
  name: 'query',
  share: 1,
  sources: {
    parseQuery: 'src/query/parse.ts',
    formatQuery: 'src/query/format.ts',
    VivaError: 'src/model/error.ts',
  },
  tokens: QUERY_TOKENS,
  seeds() {
    const tests = readFileSync('tests/unit/query/format.test.ts', 'utf8');
    const typed = [...tests.matchAll(/^ {2}\['([^']+)', '/gm)].map(([, text]) => text);
    return [
      ...typed,
      'company:google,meta difficulty:2..3 -is:suspended',
      'prop:ivl>30 (a OR "b c")',
    ];
  },
  check({ parseQuery, formatQuery, VivaError }, text) {
    let asked;
    try {
      asked = parseQuery(text);
    } catch (error) {
      if (!(error instanceof VivaError)) throw error;
      law('a mistake is the typed query', error.code === 'query-invalid', () => error.code);
      return;
    }
    same('the text of a query reads as that query', parseQuery(formatQuery(asked)), asked);
  },
};

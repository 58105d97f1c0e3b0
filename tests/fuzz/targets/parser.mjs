import { law, same } from '../law.mjs';
import { DECK_TOKENS, deckSeeds } from '../seeds.mjs';

const ROUND_TRIP_ONE_IN = 4;

/** The deck parser, and the writer whose text it must read back. */
export const parser = {
  name: 'parser',
  share: 4,
  sources: {
    parseDeckFile: 'src/deck/parse/file.ts',
    writeModule: 'src/deck/write/module.ts',
    formatDiagnostic: 'src/model/diagnostic.ts',
    deckModules: 'tests/unit/deck/deck-arbitraries.ts#modules',
  },
  tokens: DECK_TOKENS,
  seeds({ deckModules, writeModule }, fastCheck, seed) {
    const written = fastCheck.sample(deckModules, { seed, numRuns: 200 }).map(writeModule);
    return [...deckSeeds(), ...written];
  },
  check({ parseDeckFile, writeModule }, text, random) {
    const { modules, diagnostics } = parseDeckFile('fuzz.md', text);
    checkPlaces(text, diagnostics);
    // Writing reads each card back several times over: most of the time would go there.
    if (random.below(ROUND_TRIP_ONE_IN) > 0) return;
    for (const module of modules) {
      const [again, ...more] = parseDeckFile('again.md', writeModule(module)).modules;
      law('a written module is read as one module', again !== undefined && more.length === 0);
      same('a written module is read as it was', essence(again), essence(module));
    }
  },
};

export function checkPlaces(text, diagnostics) {
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  for (const { line, column, code } of diagnostics) {
    const row = rows[line - 1];
    law(
      'a finding lies in the file',
      row !== undefined && column >= 1 && column <= row.length + 1,
      () => `${code} at ${line}:${column}`,
    );
  }
}

/** The module without what depends on its place or follows from its text. */
function essence(module) {
  const cards = module.cards.map((card) => ({ ...card, line: 0, defects: [] }));
  return { ...module, line: 1, cards };
}

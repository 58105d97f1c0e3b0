import { law } from '../law.mjs';
import { DECK_TOKENS, deckSeeds } from '../seeds.mjs';

/** A text that was damaged in layers is clean after as many rounds; no text needs more. */
const MAX_ROUNDS = 6;

/** Salvage: it mends, it comes to an end, and it knows where everything stood. */
export const salvage = {
  name: 'salvage',
  share: 4,
  sources: { salvage: 'src/deck/salvage/salvage.ts' },
  tokens: DECK_TOKENS,
  seeds: () => deckSeeds(),
  check({ salvage: mend }, text) {
    const first = mend('fuzz.txt', text);
    law('what is not changed is the same text', first.changed || first.text === text);
    law('lost characters are all told', first.repaired.lost <= first.diagnostics.length);
    checkPlaces(first, text);
    let last = first;
    for (let round = 1; last.changed; round++) {
      law('salvage comes to an end', round <= MAX_ROUNDS);
      last = mend('fuzz.txt', last.text);
    }
  },
};

function checkPlaces(salvaged, text) {
  const rows = text.split(/\r\n?|\n/);
  const isIn = ({ line, column }) =>
    rows[line - 1] !== undefined && column >= 1 && column <= rows[line - 1].length + 1;
  for (const found of salvaged.diagnostics) {
    law(
      'a finding lies in the file',
      isIn(found),
      () => `${found.code} at ${found.line}:${found.column}`,
    );
  }
  const lines = salvaged.text.split(/\r\n?|\n/).length;
  for (const line of [1, (lines + 1) >> 1, lines]) {
    law('a mended place was a place', isIn(salvaged.placeOf(line, 1)), () => `line ${line}`);
  }
}

import { law } from '../law.mjs';
import { DECK_TOKENS, deckSeeds } from '../seeds.mjs';
import { checkPlaces } from './parser.mjs';

/** A file's bytes through decoding, salvage and parser together, as an import reads them. */
export const file = {
  name: 'file',
  share: 1,
  sources: {
    readModules: 'src/app/import/read-modules.ts',
    decodeText: 'src/deck/text/decode.ts',
  },
  tokens: DECK_TOKENS,
  seeds: () => deckSeeds(),
  check({ readModules, decodeText }, text, random) {
    const bytes = Buffer.from(text, random.below(8) === 0 ? 'latin1' : 'utf8');
    for (let flips = random.below(3); flips > 0 && bytes.length > 0; flips--) {
      bytes[random.below(bytes.length)] ^= 1 << random.below(8);
    }
    const { modules, diagnostics } = readModules('fuzz.md', bytes);
    const isText = !diagnostics.some(({ code }) => code === 'not-utf8');
    // Places are those of the text as it was read: not every file is UTF-8.
    const decoded = decodeText(bytes);
    if (isText && 'text' in decoded) checkPlaces(decoded.text, diagnostics);
    law('what is no text gives no module', isText || modules.length === 0);
  },
};

import { join } from 'node:path';
import { filesOf, NOTHING_STORED } from '../../support/import-in-memory.mjs';
import { same } from '../law.mjs';
import { lists } from './lists.mjs';

const NAMES = ['README.md', 'KV caches.md', 'what-is-it.md', 'a/1. Why.md', 'cards.txt', 'q.csv'];

/** `viva convert`: what it writes of a list is imported as the same cards under the same ids. */
export const convert = {
  name: 'convert',
  share: 1,
  sources: {
    SHAPES: 'src/deck/shapes/decide.ts',
    convertDecks: 'src/app/import/convert.ts',
    importDecks: 'src/app/import/import.ts',
  },
  tokens: lists.tokens,
  seeds: lists.seeds,
  check({ SHAPES, convertDecks, importDecks }, text, random) {
    const shape = random.below(2) === 0 ? null : random.of(SHAPES).name;
    const choice = { shape, questionsOnly: random.below(4) === 0 };
    const files = filesOf(new Map([[join('/lists', random.of(NAMES)), text]]));
    const before = imported('/lists', choice, files, importDecks);
    if (before.cards.length === 0) return;
    convertDecks({ path: '/lists', folder: '/out', force: false, choice }, files);
    const after = imported('/out', { shape: null, questionsOnly: false }, files, importDecks);
    same('a list written as modules gives the same cards', after.cards, before.cards);
    same('and what is said of each', after.texts, before.texts);
  },
};

/** The cards that an import of a folder would add. */
function imported(path, choice, files, importDecks) {
  const request = {
    root: { kind: 'path', path },
    as: 'lists',
    dryRun: true,
    choice,
    edits: '/edits',
    now: 0,
  };
  const { changes, samples } = importDecks({ ...request, samples: 1000 }, NOTHING_STORED, files);
  return {
    cards: changes.map(({ id, module, question }) => [id, module, question]).sort(),
    texts: samples
      .map(({ part, stars, answer, question }) => [question, answer, part, stars])
      .sort(),
  };
}

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { VivaError } from '../../../src/model/error.js';
import { cardId } from '../../../src/model/ids.js';
import { randomSource } from '../../../src/platform/random.js';
import { parseQuery } from '../../../src/query/parse.js';
import { openStore } from '../../../src/store/open.js';
import { CONFIG, importDeck, noon, openTestStore, temporaryPath } from './support.js';

const ALL = parseQuery('');
const MOMENT = noon(20_001);

/** What commands and the review ask of a store. */
const QUESTIONS: readonly ((store: Store) => unknown)[] = [
  (store) => store.find(ALL, MOMENT),
  (store) => store.find(parseQuery('answer google is:due'), MOMENT),
  (store) => store.collections().map(({ name }) => store.storedCards(name)),
  (store) => store.collections().map(({ name }) => store.filesOf(name)),
  (store) => store.moduleOf(cardId('m1c0')),
  (store) => store.modulesFor(ALL, MOMENT),
  (store) => store.names('company'),
  (store) => store.history(cardId('m1c3')),
  (store) => [...store.all()],
  (store) => store.configs(),
  (store) =>
    store.pools({ query: ALL, moment: MOMENT, order: 'due', reviewLimit: 99, freshLimit: 99 }),
  (store) => store.forecast(ALL, MOMENT, 14),
  (store) => store.waitingBy(ALL, MOMENT),
  (store) => store.undoLast(MOMENT),
  (store) =>
    store.append(
      { kind: 'review', card: cardId('m1c5'), rating: 3, durationMs: 1, reviewKind: 'learn' },
      MOMENT,
      CONFIG,
    ),
  (store) => store.rebuild(),
  (store) => store.check(),
];

function expectClear(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    expect(error.hint).not.toBe('');
  }
}

test('whatever bytes are flipped, a store answers or throws an error that a person understands', () => {
  const path = temporaryPath();
  const store = openTestStore(path);
  importDeck(store, [40]);
  for (let n = 0; n < 20; n++) {
    store.append(
      { kind: 'review', card: cardId(`m1c${n}`), rating: 2, durationMs: 1, reviewKind: 'learn' },
      noon(20_000, n),
      CONFIG,
    );
  }
  store.close();
  const whole = readFileSync(path);
  const flip = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
  const flips = fc.array(flip, { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(flips, (places) => {
      const bytes = Buffer.from(whole);
      for (const [at, mask] of places) bytes[at] = (bytes[at] ?? 0) ^ mask;
      for (const companion of ['-wal', '-shm']) rmSync(path + companion, { force: true });
      writeFileSync(path, bytes);
      expectClear(() => {
        const damaged = openStore({ path, device: 'laptop', random: randomSource });
        try {
          for (const ask of QUESTIONS) expectClear(() => ask(damaged));
        } finally {
          damaged.close();
        }
      });
    }),
    { numRuns: Number(process.env.RUNS ?? 100) },
  );
});

import { closeSync, copyFileSync, openSync, writeSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { VivaError } from '../../../src/model/error.js';
import { cardId } from '../../../src/model/ids.js';
import { parseQuery } from '../../../src/query/parse.js';
import {
  ALL,
  importDeck,
  noon,
  openRaw,
  openTestStore,
  review,
  TODAY,
  temporaryPath,
} from './support.js';

const AT = noon(TODAY + 1);
const CARD = cardId('m1c0');

/** What commands ask of a store; each is to say that the database is damaged, or to answer. */
const QUESTIONS: Readonly<Record<string, (store: Store) => unknown>> = {
  collections: (s) => s.collections(),
  find: (s) => s.find(parseQuery('is:due company:google answer'), AT),
  each: (s) => [...s.each(ALL, AT)],
  history: (s) => s.history(CARD),
  all: (s) => [...s.all()],
  scanCards: (s) => s.scanCards(ALL, AT, () => undefined),
  scanReviews: (s) => s.scanReviews(null, () => undefined),
  scanModules: (s) => s.scanModules(),
  scanCompanies: (s) => [...s.scanCompanies()],
  cardOfKey: (s) => s.cardOfKey(1, AT),
  names: (s) => s.names('company'),
  dayCounts: (s) => s.dayCounts(AT.today),
  waiting: (s) => s.waiting(ALL, AT),
  waitingBy: (s) => s.waitingBy(ALL, AT),
  forecast: (s) => s.forecast(ALL, AT, 7),
  usualLoad: (s) => s.usualLoad(),
  reviewDays: (s) => s.reviewDays(9),
  plans: (s) => s.plans(),
  planCards: (s) => s.planCards(ALL, AT),
  archive: (s) => [...s.archive(ALL, AT)],
  modulesFor: (s) => s.modulesFor(ALL, AT),
  storedCards: (s) => s.storedCards('viva'),
  append: (s) => review(s, CARD, TODAY + 1, { reviewKind: 'review' }),
  undoLast: (s) => s.undoLast(AT),
  check: (s) => s.check(),
};

function world(): string {
  const path = temporaryPath();
  const store = openTestStore(path);
  importDeck(store, [30]);
  for (let n = 0; n < 20; n++) review(store, `m1c${n}`, TODAY);
  store.close();
  return path;
}

function pagesOf(path: string): { name: string; page: number }[] {
  const raw = openRaw(path);
  const pages = raw
    .prepare('SELECT name, rootpage AS page FROM sqlite_schema WHERE rootpage > 1')
    .all() as { name: string; page: number }[];
  raw.close();
  return pages;
}

describe.each([
  ['rubbish', (page: Buffer) => page.fill(0x5a)],
  ['emptiness', (page: Buffer) => page.fill(0)],
])('%s in the place of any table or index', (_, spoil) => {
  test('is called damage by everything that meets it', () => {
    const whole = world();
    for (const { name, page } of pagesOf(whole)) {
      const path = temporaryPath();
      copyFileSync(whole, path);
      const file = openSync(path, 'r+');
      writeSync(file, spoil(Buffer.alloc(4_096)), 0, 4_096, (page - 1) * 4_096);
      closeSync(file);
      for (const [question, ask] of Object.entries(QUESTIONS)) {
        try {
          const store = openTestStore(path);
          ask(store);
          store.close();
        } catch (error) {
          expect(error, `${name}, ${question}`).toBeInstanceOf(VivaError);
          expect.soft((error as VivaError).code, `${name}, ${question}`).toBe('database-damaged');
        }
      }
    }
  }, 120_000);
});

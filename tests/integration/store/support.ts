import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import type { Appended } from '../../../src/app/review/ports.js';
import type { DeckCard } from '../../../src/model/card.js';
import type { ReviewKind } from '../../../src/model/event.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import type {
  ImportChange,
  PlannedCard,
  PlannedModule,
  StoredCard,
} from '../../../src/model/import.js';
import type { DeckModule } from '../../../src/model/module.js';
import { moduleKey } from '../../../src/model/module.js';
import type { Moment } from '../../../src/model/moment.js';
import type { Query } from '../../../src/model/query.js';
import type { Rating } from '../../../src/model/rating.js';
import {
  type SchedulerConfig,
  schedulerConfig,
  settingsSchema,
} from '../../../src/model/settings.js';
import { openStore, type StoreOptions } from '../../../src/store/open.js';

const Sqlite: typeof import('better-sqlite3') = createRequire(import.meta.url)('better-sqlite3');

export const DAY = 86_400_000;
export const CONFIG = schedulerConfig(settingsSchema.parse({}));

/** Without steps and fuzz, a card's first rating makes it one in review. */
export const NO_STEPS = { ...CONFIG, learningSteps: [], relearningSteps: [], fuzz: false };

/** The study day on which tests take place. */
export const TODAY = 20_000;
export const ALL: Query = { kind: 'all' };

/** Gives a folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'viva-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Gives a path for a database that is gone after the test. */
export function temporaryPath(): string {
  return join(temporaryFolder(), 'viva.db');
}

/** Opens a store that is closed after the test. Its random bytes are counted up, not drawn. */
export function openTestStore(path: string, options: Partial<StoreOptions> = {}): Store {
  let drawn = 0;
  const random = (bytes: number) => new Uint8Array(bytes).fill(drawn++ % 256);
  const store = openStore({ path, device: 'laptop', random, busyTimeoutMs: 50, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** Gives a store of its own for a test, with a deck of modules of these sizes where any are given. */
export function newStore(sizes: readonly number[] = []): Store {
  const store = openTestStore(temporaryPath());
  if (sizes.length > 0) importDeck(store, sizes);
  return store;
}

/** Rates a card at noon of a study day: Good where nothing else is said. */
export function review(
  store: Store,
  id: string,
  day: number,
  made: { rating?: Rating; reviewKind?: ReviewKind; config?: SchedulerConfig } = {},
): Appended {
  const { rating = 3, reviewKind = 'learn', config = CONFIG } = made;
  return store.append(
    { kind: 'review', card: cardId(id), rating, durationMs: 1, reviewKind },
    noon(day),
    config,
  );
}

/** Opens the file beside the store, as another program would. */
export function openRaw(path: string): Database {
  const db = new Sqlite(path, { timeout: 50 });
  onTestFinished(() => void db.close());
  return db;
}

/** Gives noon (UTC) of a study day that begins at 04:00, some ms later. */
export function noon(day: number, plus = 0): Moment {
  const dayStart = day * DAY + 4 * 3_600_000;
  return {
    now: day * DAY + DAY / 2 + plus,
    today: studyDay(day),
    dayStart,
    dayEnd: dayStart + DAY,
  };
}

function deckCard(question: string, more: Partial<DeckCard> = {}): DeckCard {
  return {
    explicitId: null,
    stars: 2,
    companies: [],
    tags: [],
    question,
    answer: `Answer to ${question}`,
    line: 10,
    defects: [],
    ...more,
  };
}

export function deckModule(number: number | null, more: Partial<DeckModule> = {}): DeckModule {
  return {
    title: `Module ${number}`,
    part: 'Inference',
    number,
    emoji: '💾',
    subtitle: '',
    tags: ['systems'],
    unknownKeys: {},
    extras: { keyQuestion: '', insights: [], code: '', reading: [], related: [] },
    cards: [],
    line: 1,
    ...more,
  };
}

export type CardSpec = Partial<Omit<PlannedCard, 'id' | 'card'>> & {
  readonly id: string;
  readonly card?: Partial<DeckCard>;
};

export function plannedModule(module: DeckModule, cards: readonly CardSpec[]): PlannedModule {
  return {
    file: `/decks/${moduleKey(module)}.md`,
    key: moduleKey(module),
    module,
    cards: cards.map(({ id, card, ...more }, ordinal) => ({
      status: 'added',
      ordinal,
      returned: false,
      before: null,
      ...more,
      id: cardId(id),
      card: deckCard(`Question ${id}`, card),
    })),
  };
}

export function importChange(
  modules: readonly PlannedModule[],
  more: Partial<ImportChange> & { readonly retired?: readonly StoredCard[] } = {},
): ImportChange {
  const { retired = [], ...change } = more;
  return {
    collection: 'viva',
    source: '/decks',
    at: 1_000,
    plan: { modules, retired, ambiguous: [] },
    files: [],
    goneFiles: [],
    ...change,
  };
}

/** Imports modules 1, 2 … with that many new cards each; ids are `m<module>c<card>` if not said otherwise. */
export function importDeck(
  store: Store,
  sizes: readonly number[],
  collection = 'viva',
  idOf = (module: number, n: number) => `m${module}c${n}`,
): void {
  const modules = sizes.map((size, index) =>
    plannedModule(
      deckModule(index + 1),
      Array.from({ length: size }, (_, n) => ({ id: idOf(index + 1, n) })),
    ),
  );
  store.applyImport(importChange(modules, { collection }));
}

/** A rating of the first card of a deck that `importDeck` makes. */
export const GOOD = {
  kind: 'review',
  card: cardId('m1c0'),
  rating: 3,
  durationMs: 900,
  reviewKind: 'learn',
} as const;

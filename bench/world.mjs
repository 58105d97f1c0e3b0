// What the measures work on: databases and decks by size, viva's own functions, an environment.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadSource } from '../scripts/load-source.mjs';
import { writeDeck } from './data/deck-files.mjs';
import { fillDatabase, NOW, TODAY } from './data/review-history.mjs';
import { buildOneBox } from './one-box.mjs';

const MAX_REVIEWS = 1_000_000;
/** Ten reviews a card, but no more than a million: a lifetime of daily work. */
export const reviewsFor = (cards) => Math.min(MAX_REVIEWS, cards * 10);

/** 08:00 UTC of the day on which everything is measured. */
export const MOMENT = {
  now: NOW,
  today: TODAY,
  dayStart: NOW - 4 * 3_600_000,
  dayEnd: NOW + 20 * 3_600_000,
};
export const VIVA = resolve('dist/viva.cjs');

/** Makes the world in a folder. Data are made when they are asked for first, and kept. */
export async function makeWorld(folder) {
  mkdirSync(folder, { recursive: true });
  const source = await loadSource(folder, {
    openStore: 'src/store/open.ts',
    computeStatistics: 'src/app/export/stats.ts',
    planToday: 'src/app/plan/today.ts',
    ReviewDesk: 'src/app/review/desk.ts',
    settingsSchema: 'src/model/settings.ts',
    schedulerConfig: 'src/model/settings.ts',
    DEFAULT_WEIGHTS: 'src/model/settings.ts',
    parseQuery: 'src/query/parse.ts',
    applyEvent: 'src/schedule/fold.ts',
    RECORD_COLUMNS: 'src/store/tables/card-record.ts',
    CARD_TABLES: 'src/store/tables/card-record.ts',
    MODULE_ORDER: 'src/store/tables/card-record.ts',
  });
  const settings = source.settingsSchema.parse({});
  const config = source.schedulerConfig(settings);
  const open = (path) =>
    source.openStore({ path, device: 'bench', random: (bytes) => new Uint8Array(bytes) });
  const once = memo();
  const { PATH, HOME } = process.env;
  return {
    folder,
    source,
    settings,
    config,
    open,
    /** The environment of a command whose database is this one. */
    env: { PATH, HOME, TZ: 'UTC', VIVA_HOME: folder, VIVA_NOW: new Date(NOW).toISOString() },
    database: (cards) => once(`reviews-${cards}.db`, (name) => database(name, cards)),
    deck: (cards) => once(`deck-${cards}`, (name) => writeDeck(join(folder, name), cards)),
    deckFolder: (cards) => join(folder, `deck-${cards}`),
    oneBox: () => once('one-box', () => buildOneBox(folder)),
  };

  function database(name, cards) {
    const path = join(folder, name);
    if (existsSync(path)) return path;
    open(path).close();
    const { applyEvent } = source;
    fillDatabase(path, { cards, reviews: reviewsFor(cards), config, applyEvent });
    return path;
  }
}

function memo() {
  const made = new Map();
  return (name, make) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name);
  };
}

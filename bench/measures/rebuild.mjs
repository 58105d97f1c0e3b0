// The projection of the whole journal, against the same calls of ts-fsrs in a bare loop.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { fsrs, GenSeedStrategyWithCardId, State, StrategyMode } from 'ts-fsrs';
import { copyDatabase } from '../data/copy.mjs';
import { timed } from '../take.mjs';
import { reviewsFor } from '../world.mjs';

const DAY_MS = 86_400_000;

export function rebuildMeasure(world, cards) {
  const name = `rebuild of ${reviewsFor(cards).toLocaleString('en')} events`;
  const copy = join(world.folder, 'rebuild.db');
  let histories;
  return {
    name,
    rows: [{ name, taken: 'viva', limit: 'bare', against: 'bare ts-fsrs + writes', goal: 1.5 }],
    begin() {
      copyDatabase(world.database(cards), copy);
      histories = readHistories(copy);
    },
    round: async () => {
      spoil(copy);
      const bare = await timed(() => bareRebuild(copy, histories, world.config));
      spoil(copy);
      const store = world.open(copy);
      const viva = await timed(() => store.rebuild());
      store.close();
      return { bare, viva };
    },
  };
}

/** Makes every memory wrong, so that each is written. */
function spoil(path) {
  const db = new Sqlite(path);
  db.exec('UPDATE memory SET reps = reps + 1000');
  db.close();
}

/** [card key, card id, its reviews as [day, rating, at]] of every card with a history. */
export function readHistories(path) {
  const db = new Sqlite(path, { readonly: true });
  const histories = new Map();
  const rows = db.prepare(
    `SELECT c.key, c.id, e.day, e.rating, e.at FROM events e JOIN cards c ON c.key = e.card
     ORDER BY e.card, e.at, e.id`,
  );
  for (const [key, id, ...review] of rows.raw().iterate()) {
    if (!histories.has(key)) histories.set(key, [key, id, []]);
    histories.get(key)[2].push(review);
  }
  db.close();
  return [...histories.values()];
}

/** Writes the memory of every card with a history by ts-fsrs alone. */
export function bareRebuild(path, histories, config) {
  const engine = engineOf(config);
  const db = new Sqlite(path);
  db.pragma('synchronous = FULL');
  const update = db.prepare(
    `UPDATE memory SET state = ?, step = ?, stability = ?, difficulty = ?, last_at = ?,
       last_day = ?, due_at = ?, due_day = ?, interval_days = ?, reps = ?, lapses = ?,
       introduced_day = ?, suspended = 0, buried_until = NULL, flag = 0, leech = ? WHERE card = ?`,
  );
  db.transaction(() => {
    for (const [key, id, reviews] of histories) {
      update.run(...rowOf(replay(engine, id, reviews), reviews, config), key);
    }
  })();
  db.close();
}

function engineOf(config) {
  const engine = fsrs({
    request_retention: config.retention,
    maximum_interval: config.maximumInterval,
    w: config.weights,
    enable_fuzz: config.fuzz,
    learning_steps: config.learningSteps,
    relearning_steps: config.relearningSteps,
  });
  // biome-ignore lint/correctness/useHookAtTopLevel: a strategy of ts-fsrs, not a hook of React
  return engine.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('fuzzSeed'));
}

function replay(engine, id, reviews) {
  const start = new Date(0);
  let card = { due: start, stability: 0, difficulty: 0, elapsed_days: 0, scheduled_days: 0 };
  Object.assign(card, { learning_steps: 0, reps: 0, lapses: 0, state: State.New });
  const fuzzSeed = `${id}-`;
  for (const [day, rating] of reviews) {
    card = engine.next({ ...card, fuzzSeed }, new Date(day * DAY_MS), rating).card;
  }
  return card;
}

const STATES = ['new', 'learning', 'review', 'relearning'];

function rowOf(card, reviews, config) {
  const [lastDay, , lastAt] = reviews.at(-1);
  const inSteps = card.state === State.Learning || card.state === State.Relearning;
  return [
    STATES[card.state],
    inSteps ? card.learning_steps : 0,
    card.stability,
    card.difficulty,
    lastAt,
    lastDay,
    inSteps ? lastAt + card.due.getTime() - lastDay * DAY_MS : null,
    inSteps ? null : lastDay + card.scheduled_days,
    inSteps ? 0 : card.scheduled_days,
    card.reps,
    card.lapses,
    reviews[0][0],
    card.lapses >= config.leechLapses ? 1 : 0,
  ];
}

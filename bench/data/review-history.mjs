// A deterministic collection with a history, written straight into the tables.
import Sqlite from 'better-sqlite3';
import { mulberry } from './random.mjs';
import { sentence } from './words.mjs';

const DAY = 86_400_000;
const FIRST_DAY = 19_700;
const DAYS = 900;
export const TODAY = FIRST_DAY + DAYS;
/** 08:00 UTC of TODAY. */
export const NOW = TODAY * DAY + 8 * 3_600_000;

const CARDS_A_MODULE = 60;
const COMPANIES = 120;

/**
 * Fills an empty database of viva; the same sizes give the same rows. `config` is the
 * SchedulerConfig under which the reviews were made.
 */
export function fillDatabase(path, { cards, reviews, config }) {
  const db = new Sqlite(path);
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    fillLibrary(db, cards);
    fillEvents(db, cards, reviews, config);
  })();
  db.close();
}

function fillLibrary(db, cards) {
  db.exec("INSERT INTO collections (name, name_folded, imported_at) VALUES ('bench', 'bench', 0)");
  const modules = Math.ceil(cards / CARDS_A_MODULE);
  const module = db.prepare(
    `INSERT INTO modules (key, collection, ident, number, title, title_folded, part, part_folded,
       emoji, subtitle, tags, extras, unknown_keys, file, line)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?, '', '', '[]', '{}', '{}', '-', 1)`,
  );
  for (let key = 1; key <= modules; key++) {
    const part = `part ${key % 12}`;
    module.run(key, `#${key}`, key, `Module ${key}`, `module ${key}`, part, part);
  }
  const card = db.prepare(
    `INSERT INTO cards (key, id, module, ordinal, stars, question, answer, companies, defects,
       unspaced, line, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]', 0, 1, 0)`,
  );
  const company = db.prepare('INSERT INTO card_companies VALUES (?, ?, ?)');
  const random = mulberry(2);
  for (let key = 1; key <= cards; key++) {
    const names = [key % COMPANIES, (key * 7 + 3) % COMPANIES].map((n) => `company ${n}`);
    const distinct = [...new Set(names)];
    const id = key.toString(32).padStart(12, '0');
    const place = [1 + Math.floor((key - 1) / CARDS_A_MODULE), (key - 1) % CARDS_A_MODULE];
    const texts = [`${sentence(random, 12)} (${key})?`, sentence(random, 60)];
    card.run(key, id, ...place, 1 + (key % 3), ...texts, JSON.stringify(distinct));
    for (const name of distinct) company.run(key, name, name);
  }
}

function fillEvents(db, cards, reviews, config) {
  db.exec(`INSERT INTO devices (name) VALUES ('bench')`);
  db.prepare('INSERT INTO configs (json) VALUES (?)').run(JSON.stringify(config));
  const event = db.prepare(
    `INSERT INTO events (seq, id, card, kind, at, day, device, rating, duration_ms, review_kind, config)
     VALUES (?, ?, ?, 'review', ?, ?, 1, ?, ?, ?, 1)`,
  );
  const random = mulberry(1);
  const seen = new Map();
  for (let seq = 1; seq <= reviews; seq++) {
    const at = Math.floor((FIRST_DAY + (DAYS * seq) / (reviews + 1)) * DAY + 5 * 3_600_000);
    const day = Math.floor((at - 4 * 3_600_000) / DAY);
    const key = 1 + Math.floor(random() * cards);
    const before = seen.get(key);
    const rating = random() < 0.12 ? 1 : 2 + Math.floor(random() * 3);
    const kind = before === undefined ? 'learn' : before.failed ? 'relearn' : 'review';
    const id = seq.toString(32).toUpperCase().padStart(26, '0');
    event.run(seq, id, key, at, day, rating, 2_000 + Math.floor(random() * 30_000), kind);
    seen.set(key, {
      failed: rating === 1,
      reps: (before?.reps ?? 0) + 1,
      lapses: (before?.lapses ?? 0) + (kind === 'review' && rating === 1 ? 1 : 0),
      introduced: before?.introduced ?? day,
      at,
      day,
    });
  }
  fillMemory(db, seen, random);
}

function fillMemory(db, seen, random) {
  const memory = db.prepare(
    `UPDATE memory SET state = 'review', stability = ?, difficulty = ?, last_at = ?, last_day = ?,
       due_day = ?, interval_days = ?, reps = ?, lapses = ?, introduced_day = ? WHERE card = ?`,
  );
  for (const [key, { at, day, reps, lapses, introduced }] of seen) {
    const stability = 1 + random() ** 2 * 300;
    const interval = Math.ceil(stability);
    const due = day + interval;
    memory.run(stability, 1 + random() * 9, at, day, due, interval, reps, lapses, introduced, key);
  }
}

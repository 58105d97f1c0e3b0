// A deterministic collection with a history, written straight into the tables.
import Sqlite from 'better-sqlite3';

const DAY = 86_400_000;
const FIRST_DAY = 19_700;
const DAYS = 900;
export const TODAY = FIRST_DAY + DAYS;
/** 08:00 UTC of TODAY. */
export const NOW = TODAY * DAY + 8 * 3_600_000;

const CARDS_A_MODULE = 60;
const COMPANIES = 120;

/** Fills an empty database of viva; the same sizes give the same rows. */
export function fillDatabase(path, { cards, reviews }) {
  const db = new Sqlite(path);
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    fillLibrary(db, cards);
    fillEvents(db, cards, reviews);
  })();
  db.exec('ANALYZE');
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
  const answer = 'An answer of some length, as answers are. '.repeat(12);
  for (let key = 1; key <= cards; key++) {
    const names = [key % COMPANIES, (key * 7 + 3) % COMPANIES].map((n) => `company ${n}`);
    const distinct = [...new Set(names)];
    const id = key.toString(32).padStart(12, '0');
    const place = [1 + Math.floor((key - 1) / CARDS_A_MODULE), (key - 1) % CARDS_A_MODULE];
    const texts = [`Question ${key}?`, answer, JSON.stringify(distinct)];
    card.run(key, id, ...place, 1 + (key % 3), ...texts);
    for (const name of distinct) company.run(key, name, name);
  }
}

function fillEvents(db, cards, reviews) {
  db.exec(`INSERT INTO devices (name) VALUES ('bench'); INSERT INTO configs (json) VALUES ('{}')`);
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

/** A small generator of numbers in 0..1, the same for the same seed (Tommy Ettinger's mulberry32). */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// A deterministic collection with a history, written straight into the tables.
import Sqlite from 'better-sqlite3';
import { mulberry } from './random.mjs';
import { sentence } from './words.mjs';
import { yearsOfReviews } from './years-of-reviews.mjs';

const DAY = 86_400_000;
const FIRST_DAY = 19_700;
const DAYS = 900;
export const TODAY = FIRST_DAY + DAYS;
/** 08:00 UTC of TODAY. */
export const NOW = TODAY * DAY + 8 * 3_600_000;

const CARDS_A_MODULE = 60;
const EXTRAS = JSON.stringify({
  keyQuestion: '',
  insights: [],
  code: '',
  reading: [],
  related: [],
});
const COMPANIES = 120;

/**
 * Fills an empty database of viva; the same sizes give the same rows. `config` is the
 * SchedulerConfig under which the reviews were made, `applyEvent` viva's own.
 */
export function fillDatabase(path, { cards, reviews, config, applyEvent }) {
  const db = new Sqlite(path);
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    fillLibrary(db, cards);
    fillEvents(db, { cards, reviews, config, applyEvent });
  })();
  db.close();
}

function fillLibrary(db, cards) {
  db.exec("INSERT INTO collections (name, name_folded, imported_at) VALUES ('bench', 'bench', 0)");
  const modules = Math.ceil(cards / CARDS_A_MODULE);
  const module = db.prepare(
    `INSERT INTO modules (key, collection, ident, number, title, title_folded, part, part_folded,
       emoji, subtitle, tags, extras, unknown_keys, file, line)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?, '', '', '[]', '${EXTRAS}', '{}', '-', 1)`,
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
    const place = [1 + Math.floor((key - 1) / CARDS_A_MODULE), (key - 1) % CARDS_A_MODULE];
    const texts = [`${sentence(random, 12)} (${key})?`, sentence(random, 60)];
    card.run(key, idOf(key), ...place, 1 + (key % 3), ...texts, JSON.stringify(distinct));
    for (const name of distinct) company.run(key, name, name);
  }
}

function idOf(key) {
  return key.toString(32).padStart(12, '0');
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number as an id of an event: in the digits of ULIDs. */
function ulidOf(number) {
  const digits = [...number.toString(32)].map((digit) => CROCKFORD[Number.parseInt(digit, 32)]);
  return digits.join('').padStart(26, '0');
}

/** Writes the events and the memory that they leave, as viva itself would. */
function fillEvents(db, { cards, reviews, config, applyEvent }) {
  db.exec(`INSERT INTO devices (name) VALUES ('bench')`);
  db.prepare('INSERT INTO configs (json) VALUES (?)').run(JSON.stringify(config));
  const insert = db.prepare(
    `INSERT INTO events (seq, id, card, kind, at, day, device, rating, duration_ms, review_kind, config)
     VALUES (@seq, @id, @key, 'review', @at, @day, 1, @rating, @durationMs, @reviewKind, 1)`,
  );
  const configs = new Map([[1, config]]);
  const memories = new Map();
  let seq = 0;
  const days = { first: FIRST_DAY, last: TODAY - 1 };
  for (const draft of yearsOfReviews({ cards, reviews, days, dueDayOf })) {
    seq += 1;
    const id = ulidOf(seq);
    const before = memories.get(draft.key) ?? NEW_MEMORY;
    const reviewKind = draft.cram ? 'cram' : KINDS[before.state];
    const event = { ...draft, id, kind: 'review', card: idOf(draft.key), reviewKind, config: 1 };
    memories.set(draft.key, applyEvent(before, event, configs));
    const { cram: _, ...columns } = draft;
    insert.run({ seq, id, reviewKind, ...columns });
  }
  fillMemory(db, memories);

  function dueDayOf(key) {
    const { dueDay } = memories.get(key) ?? NEW_MEMORY;
    return dueDay;
  }
}

const KINDS = { new: 'learn', learning: 'learn', review: 'review', relearning: 'relearn' };

const NEW_MEMORY = {
  state: 'new',
  step: 0,
  stability: null,
  difficulty: null,
  lastAt: null,
  lastDay: null,
  dueAt: null,
  dueDay: null,
  intervalDays: 0,
  reps: 0,
  lapses: 0,
  expectedLapses: 0,
  introducedDay: null,
  suspended: false,
  buriedUntil: null,
  flag: 0,
  leech: false,
};

function fillMemory(db, memories) {
  const update = db.prepare(
    `UPDATE memory SET state = @state, step = @step, stability = @stability,
       difficulty = @difficulty, last_at = @lastAt, last_day = @lastDay, due_at = @dueAt,
       due_day = @dueDay, interval_days = @intervalDays, reps = @reps, lapses = @lapses,
       expected_lapses = @expectedLapses, introduced_day = @introducedDay, leech = @leech WHERE card = @key`,
  );
  for (const [key, memory] of memories) {
    const { suspended, buriedUntil, flag, ...row } = memory;
    update.run({ ...row, leech: memory.leech ? 1 : 0, key });
  }
}

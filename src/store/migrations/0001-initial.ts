import type { Migration } from './migration.js';

/*
 * Conventions of the whole schema:
 * - times (`…_at`, `at`) are ms since 1970; days (`…_day`, `day`) are study days;
 * - `key` is a table's integer key, `id` a name that leaves the database;
 * - `…_folded` is `foldName` of the column it is called after (src/query/fold-name.ts),
 *   because SQLite's own lower() knows ASCII only: compare these, never the original;
 * - JSON columns are read through the schemas of src/store/tables/json-columns.ts.
 *
 * Queries over cards join under fixed aliases (src/store/query/sql.ts relies on them):
 *   cards c · modules m (m.key = c.module) · collections k (k.key = m.collection) ·
 *   memory y (y.card = c.key)
 */

const library = `
-- Facts about this database itself, such as the version of the fold behind "memory".
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE collections (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL UNIQUE,
  -- Absolute path of the import root; NULL for standard input and after a removal.
  source TEXT,
  imported_at INTEGER NOT NULL,
  -- Set by "collections remove"; its modules and cards are retired then.
  removed_at INTEGER
) STRICT;

CREATE TABLE files (
  collection INTEGER NOT NULL REFERENCES collections (key),
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  mtime_ms INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (collection, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE modules (
  key INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collections (key),
  -- moduleKey(), or a variant of it: by what the module is known in its collection.
  ident TEXT NOT NULL,
  number INTEGER,
  title TEXT NOT NULL,
  title_folded TEXT NOT NULL,
  part TEXT NOT NULL,
  part_folded TEXT NOT NULL,
  emoji TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  extras TEXT NOT NULL CHECK (json_valid(extras)),
  unknown_keys TEXT NOT NULL CHECK (json_valid(unknown_keys)),
  -- Where it was last read: absolute path, or "-" for standard input.
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  retired_at INTEGER,
  UNIQUE (collection, ident)
) STRICT;

CREATE TABLE module_tags (
  module INTEGER NOT NULL REFERENCES modules (key),
  name_folded TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (module, name_folded)
) STRICT, WITHOUT ROWID;

-- Cards are never deleted: one whose text is gone is retired and keeps its history.
CREATE TABLE cards (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  explicit_id TEXT,
  module INTEGER NOT NULL REFERENCES modules (key),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 3),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  -- Spellings in the order of the deck; card_companies is the same, to search by.
  companies TEXT NOT NULL CHECK (json_valid(companies)),
  -- CardDefect names; '[]' where the text is whole.
  defects TEXT NOT NULL CHECK (json_valid(defects)),
  -- 1 where question or answer uses a script without spaces between words (Thai, CJK …):
  -- only these cards are in cards_trigram.
  unspaced INTEGER NOT NULL CHECK (unspaced IN (0, 1)),
  line INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  -- NULL while the card is live.
  retired_at INTEGER,
  -- Set by relink: this (retired) card's events count for the other card.
  merged_into INTEGER REFERENCES cards (key),
  CHECK (merged_into IS NULL OR (retired_at IS NOT NULL AND merged_into <> key))
) STRICT;
CREATE INDEX cards_by_module ON cards (module, ordinal);
CREATE INDEX cards_by_explicit_id ON cards (explicit_id) WHERE explicit_id IS NOT NULL;
CREATE INDEX cards_by_merge ON cards (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE card_companies (
  card INTEGER NOT NULL REFERENCES cards (key),
  name_folded TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (card, name_folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_companies_by_name ON card_companies (name_folded, card);
`;

const journal = `
-- Scheduler configurations under which reviews were made.
CREATE TABLE configs (
  key INTEGER PRIMARY KEY,
  json TEXT NOT NULL UNIQUE CHECK (json_valid(json))
) STRICT;

CREATE TABLE devices (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- What the person did. Append-only; everything in "memory" follows from it.
CREATE TABLE events (
  -- The order in which they were written here; undo walks it backwards.
  seq INTEGER PRIMARY KEY,
  -- ULID, unique over all machines.
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
  card INTEGER NOT NULL REFERENCES cards (key),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES devices (key),
  rating INTEGER,
  duration_ms INTEGER,
  review_kind TEXT,
  config INTEGER REFERENCES configs (key),
  -- Of an undo: the event it takes back. An event is undone when such a row exists.
  target TEXT REFERENCES events (id),
  -- Of a bury: the study day until which; of a flag: 0..7.
  value INTEGER,
  CHECK (CASE kind WHEN 'review' THEN
    rating IS NOT NULL AND rating BETWEEN 1 AND 4
      AND duration_ms IS NOT NULL AND duration_ms >= 0
      AND review_kind IS NOT NULL AND review_kind IN ('learn', 'review', 'relearn', 'cram')
      AND config IS NOT NULL
    ELSE rating IS NULL AND duration_ms IS NULL AND review_kind IS NULL AND config IS NULL END),
  CHECK ((kind = 'undo') = (target IS NOT NULL)),
  CHECK (CASE kind
    WHEN 'bury' THEN value IS NOT NULL
    WHEN 'flag' THEN value IS NOT NULL AND value BETWEEN 0 AND 7
    ELSE value IS NULL END),
  CHECK (kind IN ('review', 'undo', 'suspend', 'resume', 'bury', 'forget', 'flag'))
) STRICT;
-- The fold reads a card's events in this order.
CREATE INDEX events_by_card ON events (card, at, id);
-- Counts of a day, and "rated:7:1".
CREATE INDEX events_by_day ON events (day, review_kind, rating, card) WHERE kind = 'review';
-- Is an event undone?
CREATE INDEX events_by_target ON events (target) WHERE target IS NOT NULL;
-- The newest event of a device (seq is part of every index).
CREATE INDEX events_by_device ON events (device);

CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN
  SELECT RAISE (ABORT, 'the journal is append-only');
END;
CREATE TRIGGER events_never_go BEFORE DELETE ON events BEGIN
  SELECT RAISE (ABORT, 'the journal is append-only');
END;
`;

const projection = `
-- What the journal says of each card now: one row for every card, new and retired ones too.
CREATE TABLE memory (
  card INTEGER PRIMARY KEY REFERENCES cards (key),
  state TEXT NOT NULL DEFAULT 'new'
    CHECK (state IN ('new', 'learning', 'review', 'relearning')),
  step INTEGER NOT NULL DEFAULT 0,
  stability REAL CHECK (stability > 0),
  difficulty REAL,
  last_at INTEGER,
  last_day INTEGER,
  due_at INTEGER,
  due_day INTEGER,
  interval_days INTEGER NOT NULL DEFAULT 0,
  reps INTEGER NOT NULL DEFAULT 0,
  lapses INTEGER NOT NULL DEFAULT 0,
  introduced_day INTEGER,
  suspended INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1)),
  -- The card stays out of the queue before this study day.
  buried_until INTEGER,
  flag INTEGER NOT NULL DEFAULT 0,
  leech INTEGER NOT NULL DEFAULT 0 CHECK (leech IN (0, 1)),
  -- From the card, not from the journal: kept here so that the queue reads one index only.
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  module INTEGER NOT NULL,
  rank INTEGER NOT NULL
) STRICT;

-- Each kind of draw reads one of these, in order, without touching the table. To that end the
-- columns of the condition stand in the index too: SQLite looks them up again otherwise.
CREATE INDEX memory_learning
  ON memory (due_at, buried_until, module, active, suspended, state)
  WHERE active = 1 AND suspended = 0 AND state IN ('learning', 'relearning');
CREATE INDEX memory_reviews
  ON memory (due_day, last_day, stability, buried_until, module, active, suspended, state)
  WHERE active = 1 AND suspended = 0 AND state = 'review';
CREATE INDEX memory_fresh
  ON memory (rank, buried_until, module, active, suspended, state)
  WHERE active = 1 AND suspended = 0 AND state = 'new';
CREATE INDEX memory_introduced ON memory (introduced_day) WHERE introduced_day IS NOT NULL;

-- How a card stands in the queue. New cards go round by round: the first card of every module,
-- then every second card; in a round by collection, then by module number, modules without a
-- number last in order of arrival. Introducing a card moves no other.
CREATE VIEW card_queue (card, active, module, rank) AS
SELECT c.key, c.retired_at IS NULL, c.module,
  c.ordinal * 1000000000000
    + min(m.collection, 99999) * 10000000
    + CASE WHEN m.number IS NULL THEN 5000000 + min(m.key, 4999999)
      ELSE max(0, min(m.number, 4999999)) END
FROM cards c JOIN modules m ON m.key = c.module;

CREATE TRIGGER cards_get_memory AFTER INSERT ON cards BEGIN
  INSERT INTO memory (card, active, module, rank)
  SELECT card, active, module, rank FROM card_queue WHERE card = new.key;
END;
CREATE TRIGGER cards_change_queue AFTER UPDATE OF module, ordinal, retired_at ON cards BEGIN
  UPDATE memory SET (active, module, rank) =
    (SELECT active, module, rank FROM card_queue q WHERE q.card = new.key)
  WHERE card = new.key;
END;
CREATE TRIGGER modules_change_queue AFTER UPDATE OF number ON modules
WHEN old.number IS NOT new.number BEGIN
  UPDATE memory SET rank = (SELECT q.rank FROM card_queue q WHERE q.card = memory.card)
  WHERE card IN (SELECT key FROM cards WHERE module = new.key);
END;
`;

const search = `
-- Without prefix indexes: they make an import half as slow again and save a prefix of three
-- letters a few ms among 50,000 cards.
CREATE VIRTUAL TABLE cards_fts USING fts5 (
  question, answer,
  content = 'cards', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER cards_fts_insert AFTER INSERT ON cards BEGIN
  INSERT INTO cards_fts (rowid, question, answer) VALUES (new.key, new.question, new.answer);
END;
CREATE TRIGGER cards_fts_update AFTER UPDATE OF question, answer ON cards
WHEN old.question <> new.question OR old.answer <> new.answer BEGIN
  INSERT INTO cards_fts (cards_fts, rowid, question, answer)
  VALUES ('delete', old.key, old.question, old.answer);
  INSERT INTO cards_fts (rowid, question, answer) VALUES (new.key, new.question, new.answer);
END;

-- Substrings of three characters and more, where words cannot be told apart.
CREATE VIEW cards_unspaced (key, question, answer) AS
SELECT key, question, answer FROM cards WHERE unspaced = 1;
CREATE VIRTUAL TABLE cards_trigram USING fts5 (
  question, answer,
  content = 'cards_unspaced', content_rowid = 'key',
  tokenize = 'trigram'
);
CREATE TRIGGER cards_trigram_insert AFTER INSERT ON cards WHEN new.unspaced = 1 BEGIN
  INSERT INTO cards_trigram (rowid, question, answer) VALUES (new.key, new.question, new.answer);
END;
CREATE TRIGGER cards_trigram_update AFTER UPDATE OF question, answer, unspaced ON cards
WHEN old.unspaced = 1 OR new.unspaced = 1 BEGIN
  INSERT INTO cards_trigram (cards_trigram, rowid, question, answer)
  SELECT 'delete', old.key, old.question, old.answer WHERE old.unspaced = 1;
  INSERT INTO cards_trigram (rowid, question, answer)
  SELECT new.key, new.question, new.answer WHERE new.unspaced = 1;
END;
`;

/** The schema of viva 0.1. */
export const initial: Migration = {
  version: 1,
  apply(db) {
    for (const part of [library, journal, projection, search]) db.exec(part);
  },
};

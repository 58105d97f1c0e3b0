import type { Migration } from './migration.js';

const clock = `
-- The hybrid time of an event, ms since 1970, where its card had a later one when it was written:
-- another machine's clock runs ahead of this one's. Events follow each other by it.
ALTER TABLE events ADD COLUMN clock INTEGER CHECK (clock IS NULL OR clock > at);
DROP INDEX events_by_card;
CREATE INDEX events_by_card ON events (card, coalesce(clock, at), id);
`;

const texts = `
-- Texts of cards that two machines changed at once: the one that was imported earlier.
CREATE TABLE past_texts (
  key INTEGER PRIMARY KEY,
  card INTEGER NOT NULL REFERENCES cards (key),
  changed_at INTEGER NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  UNIQUE (card, changed_at, question, answer)
) STRICT;
`;

const state = `
-- Where this database is synced to: one row, or none.
CREATE TABLE sync_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  remote TEXT NOT NULL,
  -- What the remote calls itself in its format.json.
  id TEXT NOT NULL,
  -- The device under which the numbers below were given.
  device TEXT NOT NULL,
  -- The last number of this device.
  number INTEGER NOT NULL,
  -- Events up to this seq are sent or came from there.
  events INTEGER NOT NULL,
  synced_at INTEGER,
  -- A sentence about the last sync, where it failed.
  problem TEXT
) STRICT;

-- Events beyond sync_state.events that came from there, by seq: the others are to be sent.
CREATE TABLE sync_came (
  first INTEGER PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;

-- Up to which number other devices' records are here.
CREATE TABLE sync_taken (
  device TEXT PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The segments of this device by their last number, and the last event of each.
CREATE TABLE sync_sent (
  number INTEGER PRIMARY KEY,
  events INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT;

-- What changed here, beside events: NULL until it is sent, then the number it was sent under.
CREATE TABLE sync_changes (
  kind TEXT NOT NULL,
  key INTEGER NOT NULL,
  number INTEGER,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_changes_unsent ON sync_changes (kind, key) WHERE number IS NULL;

-- Settings that belong to the person, as they were last known; "value" is NULL for one unset.
CREATE TABLE sync_settings (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT CHECK (value IS NULL OR json_valid(value)),
  changed_at INTEGER NOT NULL,
  -- 0 until it stands in the settings file.
  applied INTEGER NOT NULL CHECK (applied IN (0, 1))
) STRICT;
`;

const noted = (kind: string, table: string, event: string, key: string) => `
CREATE TRIGGER sync_notes_${table}_${event.slice(0, 6).toLowerCase()} AFTER ${event} ON ${table}
WHEN EXISTS (SELECT 1 FROM sync_state) BEGIN
  INSERT INTO sync_changes (kind, key, number) VALUES ('${kind}', new.${key}, NULL)
  ON CONFLICT DO UPDATE SET number = NULL;
END;`;

const CARD =
  'explicit_id, module, ordinal, stars, question, answer, companies, defects, changed_at';

const MODULE =
  'number, title, part, emoji, subtitle, tags, extras, unknown_keys, changed_at, retired_at';

const triggers = [
  noted('card', 'cards', 'INSERT', 'key'),
  noted('card', 'cards', `UPDATE OF ${CARD}, added_at, retired_at, merged_into`, 'key'),
  noted('card', 'joined_cards', 'INSERT', 'card'),
  noted('card', 'joined_cards', 'UPDATE', 'card'),
  noted('module', 'modules', 'INSERT', 'key'),
  noted('module', 'modules', `UPDATE OF ${MODULE}`, 'key'),
  noted('collection', 'collections', 'INSERT', 'key'),
  noted('collection', 'collections', 'UPDATE OF name, removed_at', 'key'),
  noted('plan', 'plans', 'INSERT', 'key'),
  noted('plan', 'plans', 'UPDATE', 'key'),
  noted('parameters', 'parameters', 'INSERT', 'key'),
  noted('text', 'past_texts', 'INSERT', 'key'),
  noted('setting', 'sync_settings', 'INSERT', 'key'),
  noted('setting', 'sync_settings', 'UPDATE OF value, changed_at', 'key'),
];

/** Syncing: what was sent and taken, what is still to be sent, and a clock that several machines share. */
export const syncing: Migration = {
  version: 9,
  apply(db) {
    for (const part of [clock, texts, state, ...triggers]) db.exec(part);
  },
};

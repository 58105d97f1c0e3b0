const CARD_NUMBERS =
  'nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags'.split(' ');

const numbers = (names: readonly string[]) =>
  names.map((name) => `${name} INTEGER NOT NULL`).join(', ');

/** The tables of Anki's schema 11, column by column as its programs expect them. */
export const SCHEMA = `
CREATE TABLE col (id INTEGER PRIMARY KEY,
  ${numbers(['crt', 'mod', 'scm', 'ver', 'dty', 'usn', 'ls'])},
  conf TEXT NOT NULL, models TEXT NOT NULL, decks TEXT NOT NULL, dconf TEXT NOT NULL,
  tags TEXT NOT NULL);
-- "sfld" is INTEGER so that numbers sort as numbers.
CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT NOT NULL,
  ${numbers(['mid', 'mod', 'usn'])},
  tags TEXT NOT NULL, flds TEXT NOT NULL, ${numbers(['sfld', 'csum', 'flags'])},
  data TEXT NOT NULL);
CREATE TABLE cards (id INTEGER PRIMARY KEY, ${numbers(CARD_NUMBERS)}, data TEXT NOT NULL);
CREATE TABLE revlog (id INTEGER PRIMARY KEY,
  ${numbers(['cid', 'usn', 'ease', 'ivl', 'lastIvl', 'factor', 'time', 'type'])});
CREATE TABLE graves (${numbers(['usn', 'oid', 'type'])});
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`;

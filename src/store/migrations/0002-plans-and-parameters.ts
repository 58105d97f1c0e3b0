import type { Migration } from './migration.js';

const chosenIntervals = `
-- Days to the next review where load balancing, an easy day or a break chose other ones than the
-- configuration alone would: what was chosen depends on the other cards of that moment, so the
-- event keeps it and a rebuild gives the same day.
ALTER TABLE events ADD COLUMN interval_days INTEGER
  CHECK (interval_days IS NULL OR (kind = 'review' AND interval_days >= 1));

-- Lapses to be expected by the card's own predictions: the sum of 1 - retrievability over its
-- reviews. A card that lapses far more often than that is a leech.
ALTER TABLE memory ADD COLUMN expected_lapses REAL NOT NULL DEFAULT 0 CHECK (expected_lapses >= 0);
`;

const plans = `
-- Interviews to prepare for. One that is removed is kept, marked.
CREATE TABLE plans (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- In the query language, read again at each use: cards that come later belong to it too.
  query TEXT NOT NULL,
  deadline_at INTEGER NOT NULL,
  -- The study day of the deadline.
  deadline_day INTEGER NOT NULL,
  minutes_per_day INTEGER NOT NULL CHECK (minutes_per_day > 0),
  -- Expected recall that is enough, 0..1.
  target REAL NOT NULL CHECK (target > 0 AND target < 1),
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
`;

const parameters = `
-- FSRS weights, every set that was ever put in force; the last by (adopted_at, id) is in force.
CREATE TABLE parameters (
  key INTEGER PRIMARY KEY,
  -- ULID, unique over all machines.
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
  -- NULL: the defaults.
  weights TEXT CHECK (weights IS NULL OR json_valid(weights)),
  adopted_at INTEGER NOT NULL,
  -- Scheduled reviews in the journal at that time.
  reviews INTEGER NOT NULL CHECK (reviews >= 0),
  -- The fold takes reviews before this time as made under these weights (of several sets, the
  -- last one counts). NULL: each counts under the weights it was made under.
  reschedules_before INTEGER,
  -- A training and what it measured, or a person's choice, as JSON.
  origin TEXT NOT NULL CHECK (json_valid(origin))
) STRICT;
`;

/** Planning, trained parameters, and intervals that depend on more than the card. */
export const plansAndParameters: Migration = {
  version: 2,
  apply(db) {
    for (const part of [chosenIntervals, plans, parameters]) db.exec(part);
  },
};

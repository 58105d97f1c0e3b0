import type { Migration } from './migration.js';

const devices = `
-- A device was known by its host's name; now it is by a random id (src/platform/device-file.ts).
-- Of a host's name: the device whose events those up to the one of that seq are.
ALTER TABLE devices ADD COLUMN successor INTEGER REFERENCES devices (key);
ALTER TABLE devices ADD COLUMN succeeded_until INTEGER
  CHECK ((successor IS NULL) = (succeeded_until IS NULL));
-- Until the next opening tells which device that is.
INSERT INTO meta (name, value)
SELECT 'host_events_until', CAST(max(seq) AS TEXT) FROM events HAVING max(seq) IS NOT NULL;
`;

const choices = `
-- 1 where the days were chosen beyond the usual range, because a break takes up all of it.
ALTER TABLE events ADD COLUMN around_break INTEGER
  CHECK (around_break IS NULL OR (around_break = 1 AND interval_days IS NOT NULL));
`;

const kinds = `
-- What a review was for by the fold, where it is not what the event says: another device's review,
-- or one in the past, came before it. As all of the projection, it follows from the journal.
CREATE TABLE review_kinds (
  -- Of the event.
  seq INTEGER PRIMARY KEY REFERENCES events (seq),
  card INTEGER NOT NULL REFERENCES cards (key),
  kind TEXT NOT NULL CHECK (kind IN ('learn', 'review', 'relearn'))
) STRICT;
CREATE INDEX review_kinds_by_card ON review_kinds (card);
`;

/** Devices with ids of their own, and what a review recorded as chosen kept apart from what the fold says. */
export const devicesAndKinds: Migration = {
  version: 5,
  apply(db) {
    for (const part of [devices, choices, kinds]) db.exec(part);
  },
};

import type { Migration } from './migration.js';

const schema = `
-- Points of the answer that the person ticked off with a review: TickedPoints in JSON.
ALTER TABLE events ADD COLUMN points TEXT
  CHECK (points IS NULL OR (kind = 'review' AND json_valid(points)));
-- Few reviews have them: those are found without a walk over all.
CREATE INDEX events_ticked ON events (card, at, id) WHERE points IS NOT NULL;
`;

/** Which points of its answer a review named. */
export const tickedPointsColumn: Migration = {
  version: 7,
  apply(db) {
    db.exec(schema);
  },
};

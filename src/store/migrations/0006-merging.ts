import type { Migration } from './migration.js';

const schema = `
-- When an import last wrote the card or module, or a person the plan: of two histories that meet,
-- the later one counts. Never goes back, whatever the clock does.
ALTER TABLE cards ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE modules ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plans ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;

-- Cards that relink joined stand together under the smallest of their ids (merged_into), and that
-- card shows the text of the one that is live. Here each keeps what the decks last said of itself,
-- as a CardState in JSON: what they show follows from these, in whatever order histories meet.
CREATE TABLE joined_cards (
  card INTEGER PRIMARY KEY REFERENCES cards (key),
  own TEXT NOT NULL CHECK (json_valid(own))
) STRICT;
`;

// Until now relink wrote the new card's text to the old one at the time at which it retired the new.
const times = `
UPDATE cards SET changed_at = coalesce(retired_at, added_at);
UPDATE cards SET changed_at = max(changed_at, (
  SELECT max(j.retired_at) FROM cards j WHERE j.merged_into = cards.key))
  WHERE merged_into IS NULL AND key IN (SELECT merged_into FROM cards);
UPDATE cards SET changed_at = added_at WHERE merged_into IS NOT NULL;
UPDATE modules SET changed_at = coalesce(retired_at,
  (SELECT max(c.added_at) FROM cards c WHERE c.module = modules.key), 0);
UPDATE plans SET changed_at = coalesce(removed_at, created_at);
`;

/** Times of changes, and what joined cards say themselves: see journal/joins.ts. */
export const merging: Migration = {
  version: 6,
  apply(db) {
    db.exec(schema);
    db.exec(times);
  },
};

import type { Migration } from './migration.js';

const schema = `
-- Spellings in the order of the deck; card_tags is the same, to search by. Those of the card's own:
-- the tags of its module are its as well.
ALTER TABLE cards ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags));
CREATE TABLE card_tags (
  card INTEGER NOT NULL REFERENCES cards (key),
  name_folded TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (card, name_folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_tags_by_name ON card_tags (name_folded, card);
UPDATE joined_cards SET own = json_set(own, '$.tags', '[]');
`;

/** Tags of one card. */
export const cardTags: Migration = {
  version: 8,
  apply(db) {
    db.exec(schema);
  },
};

import type { Migration } from './migration.js';

const schema = `
-- What a card and others of its module are made of, of which one is shown a day; NULL for none.
ALTER TABLE cards ADD COLUMN siblings TEXT;
CREATE INDEX cards_with_siblings ON cards (module, siblings) WHERE siblings IS NOT NULL;
UPDATE joined_cards SET own = json_set(own, '$.siblings', NULL);
`;

/** Cards that belong together, such as the gaps of one text. */
export const siblings: Migration = {
  version: 11,
  apply(db) {
    db.exec(schema);
  },
};

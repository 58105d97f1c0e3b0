import type { Migration } from './migration.js';

/**
 * Tells a card's stars without reading its text: counting what is waiting by
 * difficulty took one page of the file a card. Use it with INDEXED BY, for
 * SQLite prefers the table where it knows the key.
 */
export const starsIndex: Migration = {
  version: 3,
  apply(db) {
    db.exec('CREATE INDEX cards_by_key_with_stars ON cards (key, stars)');
  },
};

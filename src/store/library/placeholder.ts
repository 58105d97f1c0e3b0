import type { Database } from 'better-sqlite3';

/**
 * SQL condition: is the card `c` one whose text was lost in a damaged file? Its
 * id, made of its text, is free for that text when its deck is imported again.
 */
export const IS_PLACEHOLDER = "(c.question = '' AND c.answer = '' AND c.retired_at IS NOT NULL)";

const COLLECTION = 'recovered from a damaged database';

/** Adds cards of which nothing is known but their id. */
export interface Placeholders {
  /** Gives the key of the new card. */
  add(id: string): number;
}

/** Makes the writer of placeholders; the module they stand in is made at the first. */
export function createPlaceholders(db: Database): Placeholders {
  let module: number | undefined;
  return {
    add(id) {
      module ??= makeModule(db);
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO cards (id, module, ordinal, stars, question, answer, companies, defects,
             unspaced, line, added_at, retired_at)
           VALUES (?, ?, 0, 1, '', '', '[]', '[]', 0, 0, 0, 0)`,
        )
        .run(id, module);
      return Number(lastInsertRowid);
    },
  };
}

/** In a collection that counts as removed, so that no list shows it. */
function makeModule(db: Database): number {
  const find = db
    .prepare<[string], number>(
      `SELECT m.key FROM modules m JOIN collections k ON k.key = m.collection
       WHERE k.name_folded = ?`,
    )
    .pluck();
  const known = find.get(COLLECTION);
  if (known !== undefined) return known;
  db.prepare(
    'INSERT INTO collections (name, name_folded, imported_at, removed_at) VALUES (?, ?, 0, 0)',
  ).run(COLLECTION, COLLECTION);
  db.prepare(
    `INSERT INTO modules (collection, ident, title, title_folded, part, part_folded, emoji,
       subtitle, tags, extras, unknown_keys, file, line, retired_at)
     VALUES ((SELECT key FROM collections WHERE name_folded = @name), @name, @name, @name, '', '',
       '', '', '[]', @extras, '{}', '-', 0, 0)`,
  ).run({ name: COLLECTION, extras: NO_EXTRAS });
  return makeModule(db);
}

const NO_EXTRAS = JSON.stringify({
  keyQuestion: '',
  insights: [],
  code: '',
  reading: [],
  related: [],
});

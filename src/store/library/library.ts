import type { Database } from 'better-sqlite3';
import type { CardName, CollectionRecord, Library, StoredModule } from '../../app/import/ports.js';
import { VivaError } from '../../model/error.js';
import { type CardId, cardId } from '../../model/ids.js';
import type { FileRecord, StoredCard } from '../../model/import.js';
import { once } from '../../model/once.js';
import { isOwnGuid } from '../../model/own-guid.js';
import { foldName } from '../../query/fold-name.js';
import { Joins } from '../journal/joins.js';
import type { Projection } from '../journal/projection.js';
import { relink } from '../journal/relink.js';
import { matchingCards } from '../query/matching.js';
import { rootKey } from '../tables/cards.js';
import { FILE_COLUMNS } from '../tables/collections.js';
import { RETIRED } from '../tables/columns.js';
import { findKeptChoice, forgetChoice } from './choices.js';
import { writeImport } from './import.js';
import { findModules } from './modules.js';
import { IS_PLACEHOLDER } from './placeholder.js';
import { STORED_COLUMNS, type StoredCells, storedCardOf } from './stored-card.js';

/** Makes the access to collections; takes the FSRS weights behind retrievability. */
export function createLibrary(
  db: Database,
  projection: Projection,
  weights: () => readonly number[],
): Omit<Library, 'exclusively' | 'changes' | 'sources'> {
  const taken = once(() => prepareTaken(db));
  const outside = once(() => prepareOutside(db));
  return {
    collections: () => findCollections(db),
    filesOf: (collection) => findFiles(db, collection),
    storedCards: (collection, files) => findStoredCards(db, collection, files),
    cardNames: () => cardNames(db),
    moduleFiles: (collection) => findModuleFiles(db, collection),
    keptChoice: (collection) => findKeptChoice(db, collection),
    countReviewed: (ids) => countReviewed(db, ids),
    copiesOutside: (collection) => findCopies(db, collection),
    isAtHomeOutside(collection, id) {
      const found = outside().get(id, foldName(collection));
      return found !== undefined && !isOwnGuid(found.explicitId);
    },
    isTaken: (id) => taken().get(id) !== undefined,
    applyImport: (change) => db.transaction(() => writeImport(db, change)).immediate(),
    removeCollection: (name, at) =>
      db.transaction(() => removeCollection(db, name, at)).immediate(),
    modulesFor: (query, moment) => findModules(db, matchingCards(query, moment, weights())),
    relink: (old, fresh) => db.transaction(() => relink(db, projection, old, fresh)).immediate(),
  };
}

function countReviewed(db: Database, ids: readonly CardId[]): number {
  const count = db
    .prepare<[string], number>(
      `SELECT count(*) FROM cards c JOIN memory y ON y.card = c.key
       WHERE c.id IN (SELECT value FROM json_each(?)) AND y.state <> 'new'`,
    )
    .pluck()
    .get(JSON.stringify(ids));
  return count ?? 0;
}

/** The id of a card whose text was lost is free for that text. */
function prepareTaken(db: Database) {
  return db.prepare<[string]>(`SELECT 1 FROM cards c WHERE c.id = ? AND NOT ${IS_PLACEHOLDER}`);
}

function findCopies(db: Database, collection: string): StoredCard[] {
  return db
    .prepare<[string], StoredCells>(
      `SELECT ${STORED_COLUMNS}
       FROM cards c JOIN modules m ON m.key = c.module JOIN collections k ON k.key = m.collection
       -- A range, for the index: guids of viva's, and what looks like them.
       WHERE c.explicit_id > 'viva-' AND c.explicit_id < 'viva.' AND k.name_folded <> ?
         AND c.retired_at IS NULL AND c.merged_into IS NULL
       ORDER BY m.key, c.ordinal, c.key`,
    )
    .raw()
    .all(foldName(collection))
    .map(storedCardOf)
    .filter(({ explicitId }) => isOwnGuid(explicitId));
}

/** Finds the explicit id of a card, or of the one that has its history, where that is live in another collection. */
function prepareOutside(db: Database) {
  return db.prepare<[id: string, collection: string], { explicitId: string | null }>(
    `SELECT r.explicit_id AS explicitId FROM cards c JOIN cards r ON r.key = ${rootKey('c')}
       JOIN modules m ON m.key = r.module JOIN collections k ON k.key = m.collection
     WHERE c.id = ? AND k.name_folded <> ? AND r.retired_at IS NULL`,
  );
}

function findCollections(db: Database): CollectionRecord[] {
  return db
    .prepare<[], CollectionRecord>(
      `SELECT k.name, k.source, k.imported_at AS importedAt,
         (SELECT count(*) FROM modules m WHERE m.collection = k.key AND m.retired_at IS NULL)
           AS modules,
         count(c.key) FILTER (WHERE c.retired_at IS NULL) AS cards,
         count(c.key) FILTER (WHERE c.retired_at IS NOT NULL AND c.merged_into IS NULL) AS retired
       FROM collections k
       LEFT JOIN modules m ON m.collection = k.key
       LEFT JOIN cards c ON c.module = m.key
       WHERE k.removed_at IS NULL GROUP BY k.key ORDER BY k.key`,
    )
    .all();
}

function findFiles(db: Database, collection: string): FileRecord[] {
  return db
    .prepare<[string], FileRecord>(
      `SELECT ${FILE_COLUMNS} FROM files f JOIN collections k ON k.key = f.collection
       WHERE k.name_folded = ? ORDER BY f.path`,
    )
    .all(foldName(collection));
}

/**
 * Cards of modules that were last read from these files, and retired ones. The
 * order of the joins is given, and memory asked: neither reads every card.
 */
const OF_FILES = `(
  SELECT s.key FROM modules n CROSS JOIN cards s ON s.module = n.key
  WHERE n.file IN (SELECT value FROM json_each(@files))
  UNION SELECT card FROM memory WHERE active = 0
) w CROSS JOIN cards c ON c.key = w.key`;

function findStoredCards(
  db: Database,
  collection: string,
  files: readonly string[] | undefined,
): StoredCard[] {
  // A merged card is no partner for any text: its history belongs to another.
  const rows = db
    .prepare<[object], StoredCells>(
      `SELECT ${STORED_COLUMNS}
       FROM ${files === undefined ? 'cards c' : OF_FILES}
       JOIN modules m ON m.key = c.module JOIN collections k ON k.key = m.collection
       WHERE k.name_folded = @name AND c.merged_into IS NULL
       ORDER BY m.key, c.ordinal, c.key`,
    )
    .raw()
    // Row by row: better-sqlite3's all() takes three times as long over many.
    .iterate({ name: foldName(collection), ...(files && { files: JSON.stringify(files) }) });
  return Array.from(rows, storedCardOf);
}

function* cardNames(db: Database): IterableIterator<CardName> {
  // What a joined card says itself is kept beside it: see journal/joins.ts.
  const rows = db
    .prepare<[], [id: string, explicitId: string | null, standsFor: string, retired: 0 | 1]>(
      `SELECT c.id, coalesce(json_extract(j.own, '$.explicit_id'), c.explicit_id), r.id,
         r.retired_at IS NOT NULL
       FROM cards c JOIN cards r ON r.key = coalesce(c.merged_into, c.key)
       LEFT JOIN joined_cards j ON j.card = c.key`,
    )
    .raw()
    .iterate();
  for (const [id, explicitId, standsFor, retired] of rows) {
    yield { id: cardId(id), explicitId, standsFor: cardId(standsFor), retired: retired === 1 };
  }
}

/** Counts cards by memory, whose rows are a tenth as long as those of cards. */
function findModuleFiles(db: Database, collection: string): StoredModule[] {
  return db
    .prepare<[string], StoredModule>(
      `SELECT m.ident AS module, m.file, coalesce(y.cards, 0) AS cards
       FROM modules m JOIN collections k ON k.key = m.collection
       LEFT JOIN (SELECT module, count(*) AS cards FROM memory WHERE active = 1 GROUP BY module) y
         ON y.module = m.key
       WHERE k.name_folded = ? AND m.retired_at IS NULL ORDER BY m.key`,
    )
    .all(foldName(collection));
}

function removeCollection(db: Database, name: string, at: number): number {
  const key = db
    .prepare<[string], number>(
      'SELECT key FROM collections WHERE name_folded = ? AND removed_at IS NULL',
    )
    .pluck()
    .get(foldName(name));
  if (key === undefined) throw unknownCollection(name);
  forgetChoice(db, name);
  db.prepare('DELETE FROM files WHERE collection = ?').run(key);
  db.prepare('UPDATE collections SET source = NULL, removed_at = ? WHERE key = ?').run(at, key);
  const own = 'SELECT key FROM modules WHERE collection = @collection';
  const retired = db
    .prepare(
      `UPDATE cards SET ${RETIRED}
       WHERE retired_at IS NULL AND module IN (${own})`,
    )
    .run({ at, collection: key }).changes;
  new Joins(db).adoptWritten();
  db.prepare(
    `UPDATE modules SET ${RETIRED}
     WHERE retired_at IS NULL AND collection = @collection`,
  ).run({ at, collection: key });
  return retired;
}

function unknownCollection(name: string): VivaError {
  return new VivaError(
    'collection-unknown',
    `There is no collection "${name}".`,
    'See their names with "viva collections".',
  );
}

import type { Database } from 'better-sqlite3';
import type { FileRecord, ImportChange } from '../../model/import.js';
import { hasNoCard } from '../file/has-no-card.js';
import { Joins } from '../journal/joins.js';
import { collectionRow, fileRow, INSERT_COLLECTION, WRITE_FILE } from '../tables/collections.js';
import { countedAfter } from '../tables/queue-counts.js';
import { retireCards, writeCards } from './card-writer.js';
import { keepChoice } from './choices.js';
import { createModuleWriter } from './module-writer.js';

/**
 * Writes an import; runs within a transaction. Cards and modules that the plan
 * does not name stay as they are, except modules that it leaves without a card.
 */
export function writeImport(db: Database, change: ImportChange): void {
  if (hasNoCard(db)) countedAfter(db, () => write(db, change));
  else write(db, change);
}

function write(db: Database, change: ImportChange): void {
  const collection = writeCollection(db, change);
  writeFiles(db, collection, change.files, change.goneFiles);
  if (change.choice !== undefined) keepChoice(db, change.collection, change.choice);
  const modules = createModuleWriter(db, collection, change.at);
  const keep: number[] = [];
  const cards = change.plan.modules.flatMap((planned) => {
    const module = modules.write(planned);
    keep.push(module);
    return planned.cards.map((card) => ({ planned: card, module }));
  });
  writeCards(db, cards, change.at);
  retireCards(
    db,
    change.plan.retired.map(({ id }) => id),
    change.at,
  );
  new Joins(db).adoptWritten();
  modules.retireEmpty({ keep, files: filesOf(change), modules: formerModules(change) });
}

/** Files that were read, or are gone. */
function filesOf({ files, goneFiles }: ImportChange): string[] {
  return [...files.map((file) => file.path), ...goneFiles];
}

/** Keys of the modules in which the cards of the plan were before. */
function formerModules({ plan }: ImportChange): string[] {
  const cards = plan.modules.flatMap((module) => module.cards);
  const before = cards.flatMap((card) => (card.before === null ? [] : [card.before.module]));
  return [...new Set([...before, ...plan.retired.map((card) => card.module)])];
}

function writeCollection(db: Database, { collection, source, at }: ImportChange): number {
  const key = db
    .prepare<[object], number>(
      `${INSERT_COLLECTION}
       ON CONFLICT (name_folded) DO UPDATE
       SET source = excluded.source, imported_at = excluded.imported_at, removed_at = NULL
       RETURNING key`,
    )
    .pluck()
    .get(collectionRow({ name: collection, source, importedAt: at, removedAt: null }));
  if (key === undefined) throw new Error('SQLite gave no key for the collection');
  return key;
}

function writeFiles(
  db: Database,
  collection: number,
  files: readonly FileRecord[],
  gone: readonly string[],
): void {
  const forget = db.prepare('DELETE FROM files WHERE collection = ? AND path = ?');
  for (const path of gone) forget.run(collection, path);
  const write = db.prepare(WRITE_FILE);
  for (const file of files) write.run(fileRow(file, collection));
}

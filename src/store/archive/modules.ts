import type { Database } from 'better-sqlite3';
import type { ArchiveCollection } from '../../model/archive/collection.js';
import type { ArchiveModule } from '../../model/archive/module.js';
import { archiveInvalid } from '../journal/invalid.js';
import { findKeptChoice, keepChoice } from '../library/choices.js';
import { collectionRow, fileRow, INSERT_COLLECTION, WRITE_FILE } from '../tables/collections.js';
import { assigned, listed } from '../tables/columns.js';
import {
  createTagWriter,
  INSERT_MODULE,
  MODULE_SAID,
  MODULE_TEXT,
  moduleTextRow,
} from '../tables/modules.js';

/** Merges the collections and modules of an archive into those that are there. */
export interface ModuleMerger {
  addCollection(collection: ArchiveCollection): void;
  addModule(module: ArchiveModule): void;
  /** Returns the store key of the module that a card names. */
  keyOf(card: string, module: number): number;
  /** Makes modules and collections live again into which a live card came. */
  wake(): void;
  report(): { collections: number; modules: number };
}

/** Makes the merger for one archive; runs within a transaction. */
export function createModuleMerger(db: Database): ModuleMerger {
  const collections = new Map<number, number>();
  const modules = new Map<number, number>();
  const added = { collections: 0, modules: 0 };
  const addCollection = collectionAdder(db);
  const addModule = moduleAdder(db);

  return {
    addCollection(collection) {
      const { key, isNew } = addCollection(collection);
      collections.set(collection.key, key);
      if (isNew) added.collections += 1;
    },
    addModule(module) {
      const collection = collections.get(module.collection);
      if (collection === undefined) {
        throw archiveInvalid(
          `Module ${module.key} belongs to collection ${module.collection}, which does not stand before it`,
        );
      }
      const { key, isNew } = addModule(module, collection);
      modules.set(module.key, key);
      if (isNew) added.modules += 1;
    },
    keyOf(card, module) {
      const key = modules.get(module);
      if (key !== undefined) return key;
      throw archiveInvalid(
        `Card ${card} belongs to module ${module}, which does not stand before it`,
      );
    },
    wake: () => void db.exec(WAKE),
    report: () => ({ ...added }),
  };
}

const WAKE = `
  UPDATE modules SET retired_at = NULL WHERE retired_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM cards c WHERE c.module = modules.key AND c.retired_at IS NULL);
  UPDATE collections SET removed_at = NULL WHERE removed_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM modules m WHERE m.collection = collections.key AND m.retired_at IS NULL)`;

interface Found {
  readonly key: number;
  readonly isNew: boolean;
}

function collectionAdder(db: Database): (collection: ArchiveCollection) => Found {
  const find = db
    .prepare<[string], number>('SELECT key FROM collections WHERE name_folded = ?')
    .pluck();
  // One that has a live module wakes again at the end.
  const remove = db.prepare(
    'UPDATE collections SET removed_at = max(coalesce(removed_at, 0), @removedAt) WHERE key = @key',
  );
  const insert = db.prepare(INSERT_COLLECTION);
  const insertFile = db.prepare(WRITE_FILE);
  return (collection) => {
    const { name, reading, removedAt } = collection;
    if (reading !== undefined && findKeptChoice(db, name) === null) {
      keepChoice(db, name, { ...reading, said: null });
    }
    const row = collectionRow(collection);
    const known = find.get(row.name_folded);
    if (known !== undefined) {
      if (removedAt !== null) remove.run({ key: known, removedAt });
      return { key: known, isNew: false };
    }
    const key = Number(insert.run(row).lastInsertRowid);
    for (const file of collection.files) insertFile.run(fileRow(file, key));
    return { key, isNew: true };
  };
}

interface KnownModule {
  readonly key: number;
  readonly changed_at: number;
  readonly content: string;
}

/** What decides between two modules of the same time. */
const CONTENT = `json_array(${listed(MODULE_SAID, 'm')}, coalesce(m.retired_at, 0))`;

function moduleAdder(db: Database): (module: ArchiveModule, collection: number) => Found {
  const find = db.prepare<[number, string], KnownModule>(
    `SELECT m.key, m.changed_at, ${CONTENT} AS content
     FROM modules m WHERE m.collection = ? AND m.ident = ?`,
  );
  const insert = db.prepare(INSERT_MODULE);
  // Where it was read from here stays, so that the next import reads that file again.
  const update = db.prepare(
    `UPDATE modules SET ${assigned([...MODULE_TEXT, 'changed_at', 'retired_at'])} WHERE key = @key`,
  );
  const writeTags = createTagWriter(db);
  return (module, collection) => {
    const row = { ...moduleRow(module), collection };
    const known = find.get(collection, module.ident);
    if (known === undefined) {
      const key = Number(insert.run(row).lastInsertRowid);
      writeTags(key, module.tags);
      return { key, isNew: true };
    }
    if (isLater(row, known)) {
      update.run({ ...row, key: known.key });
      writeTags(known.key, module.tags);
    }
    return { key: known.key, isNew: false };
  };
}

function moduleRow(module: ArchiveModule) {
  const { ident, file, line, retiredAt } = module;
  // Of before there were such times: what is there is later.
  const changedAt = module.changedAt ?? retiredAt ?? 0;
  return {
    ...moduleTextRow(module),
    ident,
    file,
    line,
    changed_at: changedAt,
    retired_at: retiredAt,
  };
}

function isLater(row: ReturnType<typeof moduleRow>, known: KnownModule): boolean {
  if (row.changed_at !== known.changed_at) return row.changed_at > known.changed_at;
  const said = MODULE_SAID.map((column) => row[column]);
  return JSON.stringify([...said, row.retired_at ?? 0]) > known.content;
}

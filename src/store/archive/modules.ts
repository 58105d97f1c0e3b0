import type { Database } from 'better-sqlite3';
import type { ArchiveCard, ArchiveCollection, ArchiveModule } from '../../model/archive.js';
import { foldName } from '../../query/fold-name.js';
import { archiveInvalid } from './invalid.js';

/** Adds the collections and modules of an archive that are not there yet. */
export interface ModuleMerger {
  addCollection(collection: ArchiveCollection): void;
  addModule(module: ArchiveModule): void;
  /** Gives the store key of a card's module. */
  keyOf(card: ArchiveCard): number;
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
    keyOf({ id, module }) {
      const key = modules.get(module);
      if (key !== undefined) return key;
      throw archiveInvalid(
        `Card ${id} belongs to module ${module}, which does not stand before it`,
      );
    },
    wake() {
      db.prepare(
        `UPDATE modules SET retired_at = NULL WHERE retired_at IS NOT NULL AND EXISTS (
           SELECT 1 FROM cards c WHERE c.module = modules.key AND c.retired_at IS NULL)`,
      ).run();
      db.prepare(
        `UPDATE collections SET removed_at = NULL WHERE removed_at IS NOT NULL AND EXISTS (
           SELECT 1 FROM modules m WHERE m.collection = collections.key AND m.retired_at IS NULL)`,
      ).run();
    },
    report: () => ({ ...added }),
  };
}

interface Found {
  readonly key: number;
  readonly isNew: boolean;
}

function collectionAdder(db: Database): (collection: ArchiveCollection) => Found {
  const find = db
    .prepare<[string], number>('SELECT key FROM collections WHERE name_folded = ?')
    .pluck();
  const insert = db.prepare(
    `INSERT INTO collections (name, name_folded, source, imported_at, removed_at)
     VALUES (@name, @folded, @source, @importedAt, @removedAt)`,
  );
  const insertFile = db.prepare(
    `INSERT INTO files (collection, path, size, mtime_ms, hash)
     VALUES (@collection, @path, @size, @mtimeMs, @hash)`,
  );
  return ({ name, source, importedAt, removedAt, files }) => {
    const folded = foldName(name);
    const known = find.get(folded);
    if (known !== undefined) return { key: known, isNew: false };
    const row = { name, folded, source, importedAt, removedAt };
    const collection = Number(insert.run(row).lastInsertRowid);
    for (const file of files) insertFile.run({ ...file, collection });
    return { key: collection, isNew: true };
  };
}

function moduleAdder(db: Database): (module: ArchiveModule, collection: number) => Found {
  const find = db
    .prepare<[number, string], number>('SELECT key FROM modules WHERE collection = ? AND ident = ?')
    .pluck();
  const insert = db.prepare(
    `INSERT INTO modules (collection, ident, number, title, title_folded, part, part_folded,
       emoji, subtitle, tags, extras, unknown_keys, file, line, retired_at)
     VALUES (@collection, @ident, @number, @title, @titleFolded, @part, @partFolded,
       @emoji, @subtitle, @tags, @extras, @unknownKeys, @file, @line, @retiredAt)`,
  );
  const insertTag = db.prepare(
    'INSERT INTO module_tags (module, name_folded, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  return (module, collection) => {
    const known = find.get(collection, module.ident);
    if (known !== undefined) return { key: known, isNew: false };
    const { ident, number, title, part, emoji, subtitle, file, line, retiredAt } = module;
    const { lastInsertRowid } = insert.run({
      ...{ collection, ident, number, title, part, emoji, subtitle, file, line, retiredAt },
      titleFolded: foldName(title),
      partFolded: foldName(part),
      tags: JSON.stringify(module.tags),
      extras: JSON.stringify(module.extras),
      unknownKeys: JSON.stringify(module.unknownKeys),
    });
    const key = Number(lastInsertRowid);
    for (const tag of module.tags) insertTag.run(key, foldName(tag), tag);
    return { key, isNew: true };
  };
}

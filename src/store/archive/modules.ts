import type { Database } from 'better-sqlite3';
import type { ArchiveCollection, ArchiveModule } from '../../model/archive.js';
import { foldName } from '../../query/fold-name.js';
import { archiveInvalid } from './invalid.js';

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
  // One that has a live module wakes again at the end.
  const remove = db.prepare(
    'UPDATE collections SET removed_at = max(coalesce(removed_at, 0), @removedAt) WHERE key = @key',
  );
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
    if (known !== undefined) {
      if (removedAt !== null) remove.run({ key: known, removedAt });
      return { key: known, isNew: false };
    }
    const row = { name, folded, source, importedAt, removedAt };
    const collection = Number(insert.run(row).lastInsertRowid);
    for (const file of files) insertFile.run({ ...file, collection });
    return { key: collection, isNew: true };
  };
}

interface KnownModule {
  readonly key: number;
  readonly changed_at: number;
  readonly content: string;
}

/** What decides between two modules of the same time. */
const CONTENT = `json_array(m.number, m.title, m.part, m.emoji, m.subtitle, m.tags, m.extras,
  m.unknown_keys, m.retired_at IS NOT NULL)`;

function moduleAdder(db: Database): (module: ArchiveModule, collection: number) => Found {
  const find = db.prepare<[number, string], KnownModule>(
    `SELECT m.key, m.changed_at, ${CONTENT} AS content
     FROM modules m WHERE m.collection = ? AND m.ident = ?`,
  );
  const insert = db.prepare(
    `INSERT INTO modules (collection, ident, number, title, title_folded, part, part_folded,
       emoji, subtitle, tags, extras, unknown_keys, file, line, changed_at, retired_at)
     VALUES (@collection, @ident, @number, @title, @titleFolded, @part, @partFolded,
       @emoji, @subtitle, @tags, @extras, @unknownKeys, @file, @line, @changedAt, @retiredAt)`,
  );
  // Where it was read from here stays, so that the next import reads that file again.
  const update = db.prepare(
    `UPDATE modules SET number = @number, title = @title, title_folded = @titleFolded,
       part = @part, part_folded = @partFolded, emoji = @emoji, subtitle = @subtitle,
       tags = @tags, extras = @extras, unknown_keys = @unknownKeys, changed_at = @changedAt,
       retired_at = @retiredAt WHERE key = @key`,
  );
  const dropTags = db.prepare('DELETE FROM module_tags WHERE module = ?');
  const insertTag = db.prepare(
    'INSERT INTO module_tags (module, name_folded, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const addTags = (key: number, tags: readonly string[]) => {
    for (const tag of tags) insertTag.run(key, foldName(tag), tag);
  };
  return (module, collection) => {
    const row = { ...moduleRow(module), collection };
    const known = find.get(collection, module.ident);
    if (known === undefined) {
      const key = Number(insert.run(row).lastInsertRowid);
      addTags(key, module.tags);
      return { key, isNew: true };
    }
    if (isLater(row, known)) {
      update.run({ ...row, key: known.key });
      dropTags.run(known.key);
      addTags(known.key, module.tags);
    }
    return { key: known.key, isNew: false };
  };
}

function moduleRow(module: ArchiveModule) {
  const { ident, number, title, part, emoji, subtitle, file, line, retiredAt } = module;
  return {
    ...{ ident, number, title, part, emoji, subtitle, file, line, retiredAt },
    // Of before there were such times: what is there is later.
    changedAt: module.changedAt ?? retiredAt ?? 0,
    titleFolded: foldName(title),
    partFolded: foldName(part),
    tags: JSON.stringify(module.tags),
    extras: JSON.stringify(module.extras),
    unknownKeys: JSON.stringify(module.unknownKeys),
  };
}

function isLater(row: ReturnType<typeof moduleRow>, known: KnownModule): boolean {
  if (row.changedAt !== known.changed_at) return row.changedAt > known.changed_at;
  const { number, title, part, emoji, subtitle, tags, extras, unknownKeys, retiredAt } = row;
  const texts = [number, title, part, emoji, subtitle, tags, extras, unknownKeys];
  return JSON.stringify([...texts, retiredAt === null ? 0 : 1]) > known.content;
}

import type { Database } from 'better-sqlite3';
import type { PlannedModule } from '../../model/import.js';
import type { DeckModule } from '../../model/module.js';
import { foldName } from '../../query/fold-name.js';

/** What an import may have left without cards. */
interface Touched {
  readonly files: readonly string[];
  readonly modules: readonly string[];
  /** Store keys of the modules that were read: they stay, cards or not. */
  readonly keep: readonly number[];
}

/** Writes modules of one collection. */
export interface ModuleWriter {
  /** Adds the module or brings the one of its key up to date; gives its store key. */
  write(planned: PlannedModule): number;
  /**
   * Retires modules without a live card, of those that the import touched: read
   * before from one of these files, or named by one of these keys.
   */
  retireEmpty(touched: Touched): void;
}

/** Makes the writer for a collection by its store key, and for an import at a time (ms since 1970). */
export function createModuleWriter(db: Database, collection: number, at: number): ModuleWriter {
  const upsert = db
    .prepare<[object], number>(
      `INSERT INTO modules (collection, ident, number, title, title_folded, part, part_folded,
         emoji, subtitle, tags, extras, unknown_keys, file, line, changed_at)
       VALUES (@collection, @ident, @number, @title, @titleFolded, @part, @partFolded,
         @emoji, @subtitle, @tags, @extras, @unknownKeys, @file, @line, @at)
       ON CONFLICT (collection, ident) DO UPDATE SET
         number = excluded.number, title = excluded.title, title_folded = excluded.title_folded,
         part = excluded.part, part_folded = excluded.part_folded, emoji = excluded.emoji,
         subtitle = excluded.subtitle, tags = excluded.tags, extras = excluded.extras,
         unknown_keys = excluded.unknown_keys, file = excluded.file, line = excluded.line,
         changed_at = CASE WHEN retired_at IS NULL AND (${saying('modules')}) IS (${saying('excluded')})
           THEN changed_at ELSE max(excluded.changed_at, changed_at + 1) END,
         retired_at = NULL
       RETURNING key`,
    )
    .pluck();
  const dropTags = db.prepare('DELETE FROM module_tags WHERE module = ?');
  const addTag = db.prepare(
    'INSERT INTO module_tags (module, name_folded, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );

  return {
    write({ module, file, key: ident }) {
      const key = upsert.get({ collection, ident, ...columnsOf(module), file, at });
      if (key === undefined) throw new Error('SQLite gave no key for the module');
      dropTags.run(key);
      for (const tag of module.tags) addTag.run(key, foldName(tag), tag);
      return key;
    },
    retireEmpty({ files, modules, keep }) {
      db.prepare(
        `UPDATE modules SET retired_at = @at, changed_at = max(@at, changed_at + 1)
         WHERE collection = @collection AND retired_at IS NULL
           AND key NOT IN (SELECT value FROM json_each(@keep))
           AND (file IN (SELECT value FROM json_each(@files))
             OR ident IN (SELECT value FROM json_each(@modules)))
           AND NOT EXISTS (
             SELECT 1 FROM cards c WHERE c.module = modules.key AND c.retired_at IS NULL)`,
      ).run({
        at,
        collection,
        keep: JSON.stringify(keep),
        files: JSON.stringify(files),
        modules: JSON.stringify(modules),
      });
    },
  };
}

/** What a module says, wherever it stands. */
const saying = (table: string) =>
  'number title part emoji subtitle tags extras unknown_keys'
    .split(' ')
    .map((column) => `${table}.${column}`)
    .join(', ');

function columnsOf(module: DeckModule) {
  const { number, title, part, emoji, subtitle, line } = module;
  return {
    number,
    title,
    titleFolded: foldName(title),
    part,
    partFolded: foldName(part),
    emoji,
    subtitle,
    line,
    tags: JSON.stringify(module.tags),
    extras: JSON.stringify(module.extras),
    unknownKeys: JSON.stringify(module.unknownKeys),
  };
}

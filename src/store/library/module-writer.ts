import type { Database } from 'better-sqlite3';
import type { PlannedModule } from '../../model/import.js';
import { assigned, listed, RETIRED } from '../tables/columns.js';
import {
  createTagWriter,
  INSERT_MODULE,
  MODULE_SAID,
  MODULE_TEXT,
  moduleTextRow,
} from '../tables/modules.js';

/** What an import may have left without cards. */
interface Touched {
  readonly files: readonly string[];
  readonly modules: readonly string[];
  /** Store keys of the modules that were read: they stay, cards or not. */
  readonly keep: readonly number[];
}

/** Writes modules of one collection. */
export interface ModuleWriter {
  /** Adds the module or brings the one of its key up to date; returns its store key. */
  write(planned: PlannedModule): number;
  /**
   * Retires modules without a live card, of those that the import touched: read
   * before from one of these files, or named by one of these keys.
   */
  retireEmpty(touched: Touched): void;
}

const UPSERT = `${INSERT_MODULE}
  ON CONFLICT (collection, ident) DO UPDATE SET
    ${assigned([...MODULE_TEXT, 'file', 'line'], 'excluded')},
    changed_at = CASE WHEN retired_at IS NULL
      AND (${listed(MODULE_SAID, 'modules')}) IS (${listed(MODULE_SAID, 'excluded')})
      THEN changed_at ELSE max(excluded.changed_at, changed_at + 1) END,
    retired_at = NULL
  RETURNING key`;

const RETIRE_EMPTY = `UPDATE modules SET ${RETIRED}
  WHERE collection = @collection AND retired_at IS NULL
    AND key NOT IN (SELECT value FROM json_each(@keep))
    AND (file IN (SELECT value FROM json_each(@files))
      OR ident IN (SELECT value FROM json_each(@modules)))
    AND NOT EXISTS (
      SELECT 1 FROM cards c WHERE c.module = modules.key AND c.retired_at IS NULL)`;

/** Makes the writer for a collection by its store key, and for an import at a time (ms since 1970). */
export function createModuleWriter(db: Database, collection: number, at: number): ModuleWriter {
  const upsert = db.prepare<[object], number>(UPSERT).pluck();
  const writeTags = createTagWriter(db);
  return {
    write({ module, file, key: ident }) {
      const place = { collection, ident, file, line: module.line };
      const times = { changed_at: at, retired_at: null };
      const key = upsert.get({ ...place, ...moduleTextRow(module), ...times });
      if (key === undefined) throw new Error('SQLite gave no key for the module');
      writeTags(key, module.tags);
      return key;
    },
    retireEmpty({ files, modules, keep }) {
      db.prepare(RETIRE_EMPTY).run({
        at,
        collection,
        keep: JSON.stringify(keep),
        files: JSON.stringify(files),
        modules: JSON.stringify(modules),
      });
    },
  };
}

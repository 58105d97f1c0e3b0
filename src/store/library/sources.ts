import type { Database } from 'better-sqlite3';
import type { Library } from '../../app/import/ports.js';

/** Returns the collections and where each comes from; every command that looks at cards asks it. */
export function findSources(db: Database): ReturnType<Library['sources']> {
  return db
    .prepare<[], { name: string; source: string | null }>(
      'SELECT name, source FROM collections WHERE removed_at IS NULL ORDER BY key',
    )
    .all();
}

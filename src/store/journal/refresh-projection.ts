import type { Database } from 'better-sqlite3';
import type { Configs } from '../tables/configs.js';
import { Joins } from './joins.js';
import { PROJECTION_VERSION } from './projection-version.js';
import { rebuild } from './rebuild.js';

/**
 * Rebuilds memory where it was computed by the fold of another version of viva,
 * so that an update never leaves cards due by rules that are gone.
 */
export function refreshProjection(db: Database, configs: Configs): void {
  db.transaction(() => new Joins(db).settleAll()).immediate();
  rebuild(db, configs);
  db.prepare(
    `INSERT INTO meta (name, value) VALUES ('projection', ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(PROJECTION_VERSION);
}

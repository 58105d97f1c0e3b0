import type { Database } from 'better-sqlite3';
import type { Configs } from '../tables/configs.js';
import { Joins } from './joins.js';
import { rebuild } from './rebuild.js';

/** Raise it when the same events give another memory, or the same joined cards another text. */
const PROJECTION_VERSION = '5';

/**
 * Rebuilds memory where it was computed by the fold of another version of viva,
 * so that an update never leaves cards due by rules that are gone.
 */
export function refreshProjection(db: Database, configs: Configs): void {
  const written = db
    .prepare<[], string>("SELECT value FROM meta WHERE name = 'projection'")
    .pluck()
    .get();
  if (written === PROJECTION_VERSION) return;
  db.transaction(() => new Joins(db).settleAll()).immediate();
  rebuild(db, configs);
  db.prepare(
    `INSERT INTO meta (name, value) VALUES ('projection', ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(PROJECTION_VERSION);
}

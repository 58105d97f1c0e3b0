import type { Database } from 'better-sqlite3';
import type { Configs } from '../tables/configs.js';
import { keepMeta } from '../tables/meta.js';
import { Joins } from './joins.js';
import { PROJECTION, PROJECTION_VERSION } from './projection-version.js';
import { rebuild } from './rebuild.js';

/**
 * Rebuilds memory where it was computed by the fold of another version of viva,
 * so that an update never leaves cards due by rules that are gone.
 */
export function refreshProjection(db: Database, configs: Configs): void {
  db.transaction(() => new Joins(db).settleAll()).immediate();
  rebuild(db, configs);
  keepMeta(db, PROJECTION, PROJECTION_VERSION);
}

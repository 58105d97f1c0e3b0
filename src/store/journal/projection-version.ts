import type { Database } from 'better-sqlite3';
import { metaValue } from '../tables/meta.js';

/** Raise it when the same events give another memory, or the same joined cards another text. */
export const PROJECTION_VERSION = '5';

/** Name in `meta` of the version of the fold that memory was computed by. */
export const PROJECTION = 'projection';

/** Was memory computed by the fold of this version of viva? */
export function isProjected(db: Database): boolean {
  return metaValue(db, PROJECTION) === PROJECTION_VERSION;
}

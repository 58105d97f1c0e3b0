import type { Database } from 'better-sqlite3';

/** Raise it when the same events give another memory, or the same joined cards another text. */
export const PROJECTION_VERSION = '5';

/** Was memory computed by the fold of this version of viva? */
export function isProjected(db: Database): boolean {
  const written = db
    .prepare<[], string>("SELECT value FROM meta WHERE name = 'projection'")
    .pluck()
    .get();
  return written === PROJECTION_VERSION;
}

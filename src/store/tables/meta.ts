import type { Database } from 'better-sqlite3';

/** Returns what `meta` holds under a name; undefined for nothing. */
export function metaValue(db: Database, name: string): string | undefined {
  return db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck().get(name);
}

/** Keeps a value in `meta` under a name, in place of what is there. */
export function keepMeta(db: Database, name: string, value: string): void {
  db.prepare(
    `INSERT INTO meta (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(name, value);
}

/** Takes what `meta` holds under a name out of it. */
export function dropMeta(db: Database, name: string): void {
  db.prepare('DELETE FROM meta WHERE name = ?').run(name);
}

import type { Database } from 'better-sqlite3';
import { MIGRATIONS } from '../migrations/list.js';
import { loadSqlite } from './sqlite.js';

const SCHEMA = 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name';

/**
 * Is the schema, letter by letter, what the migrations make? Damage to its text
 * can leave every page well-formed.
 */
export function checkSchema(db: Database): string[] {
  const Sqlite = loadSqlite();
  const fresh = new Sqlite(':memory:');
  try {
    for (const migration of MIGRATIONS) migration.apply(fresh);
    const read = (from: Database) => JSON.stringify(from.prepare(SCHEMA).raw().all());
    return read(fresh) === read(db) ? [] : ['The schema of the database is damaged.'];
  } finally {
    fresh.close();
  }
}

import type { Database } from 'better-sqlite3';

/** The version that the last migration brings a database to. */
export const LATEST_VERSION = 11;

/** One step of the database's history. A landed one is never edited. */
export interface Migration {
  /** The `user_version` the database has after it; the list counts up from 1 by 1. */
  readonly version: number;
  /** Runs inside a transaction that also sets `user_version`. */
  apply(db: Database): void;
}

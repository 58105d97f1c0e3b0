import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { Cards } from '../../app/cards/ports.js';
import type { StudyDay } from '../../model/ids.js';
import { connect } from '../file/connect.js';
import { versionOf } from '../file/migrate.js';
import { LATEST_VERSION } from '../migrations/migration.js';
import { findNames } from '../tables/names.js';

const BUSY_TIMEOUT_MS = 200;
const MAX_CARDS = 100;

/** Names for completion, and the questions of cards by the start of their ids. */
export interface Peek {
  names: Cards['names'];
  cards(start: string): { id: string; question: string }[];
  /** Plans that were not removed, the nearest interview first. */
  plans(): { number: number; name: string; day: StudyDay }[];
  /** Parameter sets that were trained, oldest first; `at` is ms since 1970. */
  trainings(): { at: number; reviews: number }[];
  close(): void;
}

/**
 * Opens a database to look names up, quickly: nothing is made, migrated or
 * written. Returns null where there is none, or none of this viva's version.
 * Throws SqliteError or VivaError for a database that cannot be read.
 */
export function peekInto(path: string): Peek | null {
  if (!existsSync(path)) return null;
  const db = connect(path, BUSY_TIMEOUT_MS);
  try {
    db.pragma('query_only = ON');
    db.pragma('trusted_schema = OFF');
    if (versionOf(db, path, LATEST_VERSION) === LATEST_VERSION) return peek(db);
    db.close();
    return null;
  } catch (error) {
    db.close();
    throw error;
  }
}

function peek(db: Database): Peek {
  return {
    names: (kind) => findNames(db, kind),
    cards: (start) =>
      db
        .prepare<[string, string, number], { id: string; question: string }>(
          `SELECT id, question FROM cards
           WHERE id >= ? AND id < ? AND retired_at IS NULL ORDER BY id LIMIT ?`,
        )
        // Ids are ASCII: no id continues with a character beyond it.
        .all(start, `${start}\u007f`, MAX_CARDS),
    plans: () =>
      db
        .prepare<[], { number: number; name: string; day: StudyDay }>(
          `SELECT key AS number, name, deadline_day AS day FROM plans
           WHERE removed_at IS NULL ORDER BY deadline_at, key`,
        )
        .all(),
    trainings: () =>
      db
        .prepare<[], { at: number; reviews: number }>(
          `SELECT adopted_at AS at, reviews FROM parameters
           WHERE json_extract(origin, '$.kind') = 'trained' ORDER BY adopted_at, id`,
        )
        .all(),
    close: () => void db.close(),
  };
}

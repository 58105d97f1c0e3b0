import type { Database } from 'better-sqlite3';
import { checkSchema } from '../file/check-schema.js';
import { differences } from '../journal/rebuild.js';
import type { Configs } from '../tables/configs.js';
import { WRONG_COUNTS } from '../tables/queue-counts.js';
import { countWrongKinds, type OtherKind } from '../tables/review-kinds.js';

/**
 * Returns a sentence for each thing wrong with the database: its pages, its
 * references, its search indexes, and memory that is not what the journal
 * says. Empty when all is well. Changes nothing.
 */
export function check(db: Database, configs: Configs): string[] {
  const file = checkFile(db);
  // With broken pages every further answer would be a guess.
  if (file.length > 0) return file;
  return [...checkSearch(db), ...checkMemory(db, configs)];
}

/** Returns a sentence for each thing wrong that cannot be computed again: pages and references. */
export function checkFile(db: Database): string[] {
  const pages = checkPages(db);
  return pages.length > 0 ? pages : [...checkSchema(db), ...checkReferences(db)];
}

const INDEXES = ['cards_fts', 'cards_trigram'];

/** What integrity_check says of a search index, which is looked at on its own. */
const OF_SEARCH = /FTS5 table/;

function checkPages(db: Database): string[] {
  let found: string[];
  try {
    found = db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    found = [error.message];
  }
  return found
    .filter((line) => line !== 'ok' && !OF_SEARCH.test(line))
    .map((line) => `The file is damaged: ${line}.`);
}

/** SQLITE_ERROR is what a search index or a function says of content it cannot make sense of. */
function isCorrupt(error: unknown): error is Error {
  if (!(error instanceof Error && 'code' in error)) return false;
  return /^SQLITE_(CORRUPT|ERROR)/.test(String(error.code));
}

function checkReferences(db: Database): string[] {
  const rows = db
    .prepare<[], { table: string; broken: number }>(
      'SELECT "table", count(*) AS broken FROM pragma_foreign_key_check GROUP BY "table"',
    )
    .all();
  return rows.map((row) => `Rows of ${row.table} that refer to something missing: ${row.broken}.`);
}

function checkSearch(db: Database): string[] {
  return INDEXES.flatMap((index) => {
    try {
      db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`).run();
      return [];
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      return [`The search index ${index} does not match the cards.`];
    }
  });
}

function checkMemory(db: Database, configs: Configs): string[] {
  const right: OtherKind[] = [];
  const wrong = [...differences(db, configs, right)].length;
  const kinds = countWrongKinds(db, right);
  const lost = db
    .prepare<[], number>(
      `SELECT count(*) FROM card_queue q LEFT JOIN memory y ON y.card = q.card
       WHERE (y.active, y.module, y.rank) IS NOT (q.active, q.module, q.rank)`,
    )
    .pluck()
    .get();
  const counts = db.prepare<[], number>(`SELECT count(*) FROM (${WRONG_COUNTS})`).pluck().get();
  return [
    ...(wrong === 0 ? [] : [`Cards whose memory does not match the journal: ${wrong}.`]),
    ...(kinds === 0 ? [] : [`Reviews whose kind does not match the journal: ${kinds}.`]),
    ...(lost === 0 ? [] : [`Cards in the wrong place in the queue: ${lost}.`]),
    ...(counts === 0 ? [] : [`Wrong counts of waiting cards: ${counts}.`]),
  ];
}

/** Computes the search indexes from the cards again; see `Upkeep.rebuildSearch`. */
export function rebuildSearch(db: Database): void {
  for (const index of INDEXES)
    db.prepare(`INSERT INTO ${index} (${index}) VALUES ('rebuild')`).run();
}

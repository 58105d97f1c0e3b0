import type { Database } from 'better-sqlite3';
import type { Configs } from './configs.js';
import { differences } from './rebuild.js';

/**
 * Gives a sentence for each thing wrong with the database: its pages, its
 * references, its search indexes, and memory that is not what the journal
 * says. Empty when all is well. Changes nothing.
 */
export function check(db: Database, configs: Configs): string[] {
  const pages = checkPages(db);
  // With broken pages every further answer would be a guess.
  if (pages.length > 0) return pages;
  return [...checkReferences(db), ...checkSearch(db), ...checkMemory(db, configs)];
}

function checkPages(db: Database): string[] {
  const found = db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  return found.filter((line) => line !== 'ok').map((line) => `The file is damaged: ${line}.`);
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
  return ['cards_fts', 'cards_trigram'].flatMap((index) => {
    try {
      db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`).run();
      return [];
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!code.startsWith('SQLITE_CORRUPT')) throw error;
      return [`The search index ${index} does not match the cards.`];
    }
  });
}

function checkMemory(db: Database, configs: Configs): string[] {
  const wrong = [...differences(db, configs)].length;
  const lost = db
    .prepare<[], number>(
      `SELECT count(*) FROM card_queue q LEFT JOIN memory y ON y.card = q.card
       WHERE (y.active, y.module, y.rank) IS NOT (q.active, q.module, q.rank)`,
    )
    .pluck()
    .get();
  return [
    ...(wrong === 0 ? [] : [`Cards whose memory is not what the journal says: ${wrong}.`]),
    ...(lost === 0 ? [] : [`Cards that stand wrong in the queue: ${lost}.`]),
  ];
}

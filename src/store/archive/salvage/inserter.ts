import type { Database, Statement } from 'better-sqlite3';
import type { Row } from './read-rows.js';

/**
 * Gives a function that adds a row to a table, columns by name, and gives its
 * key; null where the row breaks a rule of the schema, as damaged ones do.
 */
export function createInserter(db: Database, table: string): (row: Row) => number | null {
  const statements = new Map<string, Statement<[Row]>>();
  const known = new Set(
    db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[],
  );
  return (row) => {
    const columns = Object.keys(row).filter((column) => known.has(column));
    const list = columns.join(', ');
    let statement = statements.get(list);
    if (statement === undefined) {
      const values = columns.map((column) => `@${column}`).join(', ');
      statement = db.prepare<[Row]>(`INSERT INTO ${table} (${list}) VALUES (${values})`);
      statements.set(list, statement);
    }
    return addRow(statement, row);
  };
}

function addRow(statement: Statement<[Row]>, row: Row): number | null {
  try {
    return Number(statement.run(row).lastInsertRowid);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // SQLITE_ERROR is what json_valid() and other functions say of rubbish.
    if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_ERROR') return null;
    throw error;
  }
}

/** Gives a function that finds the key of the row with a value in a column. */
export function keyByName(
  db: Database,
  table: string,
  column: string,
): (value: unknown) => number | undefined {
  const find = db
    .prepare<[unknown], number>(`SELECT key FROM ${table} WHERE ${column} = ?`)
    .pluck();
  return (value) => (typeof value === 'string' ? find.get(value) : undefined);
}

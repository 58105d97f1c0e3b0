import type { Database } from 'better-sqlite3';

export type ColumnValue = string | number | null;

/**
 * Runs a statement that reads these rows, whose cells are named by `columns`, from a table `given`.
 * FTS5 puts what it gathered into its index before every statement that fires triggers, so that
 * cards written one by one cost it more time than all else. Returns what the statement returns.
 */
export function withGiven<Returned>(
  db: Database,
  columns: readonly string[],
  rows: Iterable<readonly ColumnValue[]>,
  sql: string,
): Returned[] {
  let left = rows;
  db.table('given', {
    columns: [...columns],
    *rows() {
      yield* left as Iterable<ColumnValue[]>;
    },
  });
  try {
    const statement = db.prepare<[], Returned>(sql);
    if (statement.reader) return statement.all();
    statement.run();
    return [];
  } finally {
    // The table stays as long as the database is open; what was in it need not.
    left = [];
  }
}

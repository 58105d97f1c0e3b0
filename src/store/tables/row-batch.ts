import type { Database, Statement } from 'better-sqlite3';

export type ColumnValue = string | number | null;

/** Gathers rows for one statement. */
export interface RowBatch {
  add(row: readonly ColumnValue[]): void;
  /** Writes what has been gathered; to be called at the end. */
  flush(): void;
}

/** More rows make a statement that is dear to prepare, and save little. */
const ROWS_AT_ONCE = 100;

/**
 * Makes a batch that writes many rows with each statement. FTS5 puts what it
 * gathered into its index before every statement that fires triggers, so that
 * cards written one by one cost it more time than all else. `sql` is given the
 * list of rows that stands behind VALUES; `written`, where given, what the
 * statement returns of each row.
 */
export function createRowBatch<Returned>(
  db: Database,
  sql: (rows: string) => string,
  written?: (returned: readonly Returned[]) => void,
): RowBatch {
  const prepare = (count: number, width: number) => {
    const row = `(${Array(width).fill('?').join(', ')})`;
    return db.prepare<[readonly ColumnValue[]], Returned>(sql(Array(count).fill(row).join(', ')));
  };
  let whole: Statement<[readonly ColumnValue[]], Returned> | undefined;
  let values: ColumnValue[] = [];
  let count = 0;
  const flush = () => {
    if (count === 0) return;
    const width = values.length / count;
    if (count === ROWS_AT_ONCE) whole ??= prepare(count, width);
    const statement = count === ROWS_AT_ONCE && whole ? whole : prepare(count, width);
    if (written === undefined) statement.run(values);
    else written(statement.all(values));
    values = [];
    count = 0;
  };
  return {
    add(row) {
      values.push(...row);
      if (++count === ROWS_AT_ONCE) flush();
    },
    flush,
  };
}

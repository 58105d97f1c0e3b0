/*
 * A table's file says its columns once, as a list of names; statements and the places of cells are
 * made of that list. Rows that there are many of are read in raw mode, as lists of cells, which
 * takes half the time: `row[AT.stability]`, with the type of that column.
 */

/** A row in raw mode: the cells of the named columns, in their order. */
export type Cells<Names extends readonly string[], Row> = {
  readonly [Place in keyof Names]: Row[Names[Place] & keyof Row];
};

type Places<Names extends readonly string[]> = {
  readonly [Place in Exclude<keyof Names, keyof (readonly unknown[])> as Names[Place] &
    string]: Place extends `${infer Index extends number}` ? Index : never;
};

/** Returns the place of each column in a raw row. */
export function placesOf<const Names extends readonly string[]>(names: Names): Places<Names> {
  return Object.fromEntries(names.map((name, place) => [name, place])) as Places<Names>;
}

/** Returns the cells of the named columns as raw mode has them; null for one that is not there. */
export function cellsOf<Names extends readonly string[], Row extends object>(
  names: Names,
  row: Row,
): Cells<Names, Row> {
  const cells = row as Readonly<Record<string, unknown>>;
  return names.map((name) => cells[name] ?? null) as unknown as Cells<Names, Row>;
}

/** Returns the cells of a row from a place on: those of the last table it was joined of. */
export function lastCells<Last extends readonly unknown[]>(
  row: readonly [...unknown[], ...Last],
  from: number,
): Last {
  return row.slice(from) as unknown as Last;
}

/** Returns SQL of a list of columns, of the table of an alias. */
export function listed(columns: readonly string[], alias?: string): string {
  return columns.map((column) => (alias ? `${alias}.${column}` : column)).join(', ');
}

/** Returns SQL that sets columns to the columns of the table of an alias, or to parameters of their names. */
export function assigned(columns: readonly string[], alias?: string): string {
  const value = (column: string) => (alias ? `${alias}.${column}` : `@${column}`);
  return columns.map((column) => `${column} = ${value(column)}`).join(', ');
}

/** SQL that notes a change of a row at @at: it is later than the change before, whatever a clock says. */
export const CHANGED = 'changed_at = max(@at, changed_at + 1)';
/** SQL that retires a row at @at. */
export const RETIRED = `retired_at = @at, ${CHANGED}`;

/** Returns SQL that adds a row; takes its values as parameters of the columns' names. */
export function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${listed(columns)}) VALUES (@${columns.join(', @')})`;
}

const DEFAULT_COLUMNS = 80;
const DEFAULT_ROWS = 24;
/** Longer lines are of use to nobody, and would take memory. */
const MAX_SIDE = 10_000;

/**
 * Returns the columns and rows that an output has: those of its terminal, else
 * those that `COLUMNS` and `LINES` of the environment ask for, else 80 by 24. Lines are
 * cut at `cutAt` columns: in a pipe, unless `COLUMNS` asks for it, at none.
 */
export function outputSize(
  terminal: { readonly columns?: number | undefined; readonly rows?: number | undefined },
  env: { readonly COLUMNS?: string | undefined; readonly LINES?: string | undefined },
): { readonly columns: number; readonly rows: number; readonly cutAt: number } {
  const columns = terminal.columns || sideOf(env.COLUMNS);
  return {
    columns: columns || DEFAULT_COLUMNS,
    cutAt: columns || (terminal.columns === undefined ? Number.POSITIVE_INFINITY : DEFAULT_COLUMNS),
    rows: terminal.rows || sideOf(env.LINES) || DEFAULT_ROWS,
  };
}

/** A side that the environment asks for; 0 for none. */
function sideOf(text = ''): number {
  return /^\d{1,6}$/.test(text) ? Math.min(Number(text), MAX_SIDE) : 0;
}

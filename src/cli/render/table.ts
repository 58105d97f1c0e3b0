import stringWidth from 'string-width';
import { truncate } from '../../tui/components/text.js';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May be cut to make the table fit. At most one column should say so. */
  readonly flexible?: boolean;
}

/**
 * Lays rows out in columns under their titles, no line wider than `width`
 * columns where a flexible column can give way. Widths are those of a terminal.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, at) =>
    all.reduce((most, row) => Math.max(most, stringWidth(row[at] ?? '')), 0),
  );
  shrink(columns, widths, width);
  return all
    .map((row) =>
      columns
        .map((column, at) => cell(row[at] ?? '', widths[at] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shrink(columns: readonly Column[], widths: number[], width: number): void {
  const at = columns.findIndex(({ flexible }) => flexible);
  const over = widths.reduce((sum, each) => sum + each + 2, -2) - width;
  const current = widths[at];
  if (current !== undefined && over > 0) widths[at] = Math.max(10, current - over);
}

function cell(text: string, width: number, column: Column): string {
  const cut = truncate(text, width);
  const gap = ' '.repeat(Math.max(0, width - stringWidth(cut)));
  return column.align === 'right' ? gap + cut : cut + gap;
}

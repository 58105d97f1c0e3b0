import type { Token } from '../../../markdown/parse.js';
import type { RenderOptions } from '../options.js';
import { lineWidth } from '../text/measure.js';
import { type Span, span, withStyle } from '../text/span.js';
import { wrapSpans } from '../text/wrap.js';
import { type Cell, tableRows } from './cells.js';
import { recordLines } from './records.js';
import { columnWidths } from './widths.js';

// A larger table is drawn as a list: laying it out could take too long, and nobody could read it.
const MAX_CELLS = 2000;
const MAX_COLUMNS = 100;
const LINE = { color: 'grey' } as const;

/** Draws a table in lines; where its columns find no room, record by record. */
export function tableLines(inside: readonly Token[], options: RenderOptions): Span[][] {
  const rows = tableRows(inside, options);
  const isHeaded = inside[0]?.type === 'thead_open';
  const [head, body] = isHeaded ? [rows[0] ?? [], rows.slice(1)] : [null, rows];
  const widths =
    options.linear || isLarge(rows)
      ? null
      : columnWidths(spansOf(rows), roomFor(rows[0] ?? [], options));
  if (widths === null) return recordLines(head ?? [], body, options);
  return [
    border('┌', '┬', '┐', widths),
    ...(head === null ? [] : headLines(head, widths)),
    ...body.flatMap((row) => rowLines(row, widths)),
    border('└', '┴', '┘', widths),
  ];
}

function headLines(head: readonly Cell[], widths: readonly number[]): Span[][] {
  const bold = head.map((cell) => ({ ...cell, spans: withStyle(cell.spans, { bold: true }) }));
  return [...rowLines(bold, widths), border('├', '┼', '┤', widths)];
}

function isLarge(rows: readonly (readonly Cell[])[]): boolean {
  const columns = rows[0]?.length ?? 0;
  return columns > MAX_COLUMNS || columns * rows.length > MAX_CELLS;
}

function spansOf(rows: readonly (readonly Cell[])[]) {
  return rows.map((row) => row.map(({ spans }) => spans));
}

/** Columns for the text: each cell has a line and two blanks beside it, and one line closes all. */
function roomFor(head: readonly Cell[], { width }: RenderOptions): number {
  return width - 3 * head.length - 1;
}

function border(left: string, middle: string, right: string, widths: readonly number[]): Span[] {
  const bars = widths.map((width) => '─'.repeat(width + 2));
  return [span(left + bars.join(middle) + right, LINE)];
}

function rowLines(row: readonly Cell[], widths: readonly number[]): Span[][] {
  const wrapped = widths.map((width, at) => wrapSpans(row[at]?.spans ?? [], width));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => [
    ...widths.flatMap((width, at) => [
      span(at === 0 ? '│ ' : ' │ ', LINE),
      ...aligned(wrapped[at]?.[line] ?? [], width, row[at]?.align ?? 'left'),
    ]),
    span(' │', LINE),
  ]);
}

function aligned(line: readonly Span[], width: number, align: Cell['align']): Span[] {
  const gap = Math.max(0, width - lineWidth(line));
  const before = align === 'left' ? 0 : align === 'right' ? gap : Math.floor(gap / 2);
  return [span(' '.repeat(before)), ...line, span(' '.repeat(gap - before))];
}

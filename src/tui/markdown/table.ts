import { inlineSpans } from './inline.js';
import { lineWidth } from './measure.js';
import type { RenderOptions } from './options.js';
import type { Token } from './parse.js';
import { type Span, span, withStyle } from './span.js';
import { columnWidths } from './table-widths.js';
import { wrapSpans } from './wrap.js';

interface Cell {
  readonly spans: readonly Span[];
  readonly align: 'left' | 'center' | 'right';
}

/** A larger table is drawn as a list: laying it out could take too long. */
const MOST_CELLS = 2000;
const LINE = { color: 'grey' } as const;

/** Draws a table in lines; where its columns find no room, record by record. */
export function tableLines(inside: readonly Token[], options: RenderOptions): Span[][] {
  const rows = rowsOf(inside, options);
  const [head = [], ...body] = rows;
  const room = options.width - 3 * head.length - 1;
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  const widths =
    cells > MOST_CELLS
      ? null
      : columnWidths(
          rows.map((row) => row.map(({ spans }) => spans)),
          room,
        );
  if (widths === null) return recordLines(head, body, options);
  const bold = head.map((cell) => ({ ...cell, spans: withStyle(cell.spans, { bold: true }) }));
  return [
    border('┌', '┬', '┐', widths),
    ...rowLines(bold, widths),
    border('├', '┼', '┤', widths),
    ...body.flatMap((row) => rowLines(row, widths)),
    border('└', '┴', '┘', widths),
  ];
}

function rowsOf(tokens: readonly Token[], options: RenderOptions): Cell[][] {
  const rows: Cell[][] = [];
  tokens.forEach((token, at) => {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type !== 'th_open' && token.type !== 'td_open') return;
    const style = String(token.attrGet('style') ?? '');
    const align = /center/.test(style) ? 'center' : /right/.test(style) ? 'right' : 'left';
    rows.at(-1)?.push({ spans: inlineSpans(tokens[at + 1]?.children ?? [], options), align });
  });
  return rows;
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

function recordLines(
  head: readonly Cell[],
  body: readonly Cell[][],
  options: RenderOptions,
): Span[][] {
  return body.flatMap((row, at) => [
    ...(at === 0 ? [] : [[]]),
    ...row.flatMap(({ spans }, column) => {
      const title = withStyle(head[column]?.spans ?? [], { bold: true });
      return wrapSpans([...title, span(': '), ...spans], options.width);
    }),
  ]);
}

import type { Token } from '../../../markdown/parse.js';
import { inlineSpans } from '../inline.js';
import type { RenderOptions } from '../options.js';
import type { Span } from '../text/span.js';

export interface Cell {
  readonly spans: readonly Span[];
  readonly align: 'left' | 'center' | 'right';
}

/** Returns the rows of a table's tokens, the head first where it has one. */
export function tableRows(tokens: readonly Token[], options: RenderOptions): Cell[][] {
  const rows: Cell[][] = [];
  tokens.forEach((token, at) => {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type !== 'th_open' && token.type !== 'td_open') return;
    const spans = inlineSpans(tokens[at + 1]?.children ?? [], options);
    rows.at(-1)?.push({ spans, align: alignOf(token) });
  });
  return rows;
}

function alignOf(cell: Token): Cell['align'] {
  const style = String(cell.attrGet('style') ?? '');
  if (style.includes('center')) return 'center';
  return style.includes('right') ? 'right' : 'left';
}

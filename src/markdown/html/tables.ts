import type { Token } from 'markdown-it';
import { lineTokens, trimmed } from './line.js';
import type { MakeBlocks } from './lists.js';
import { inlineToken, type TokenFactory, wrapped } from './token-factory.js';
import type { ElementNode, Node } from './tree.js';

interface Cell {
  /** Rows that it takes, itself included. */
  readonly rows: number;
  readonly isHead: boolean;
  readonly align: string;
  readonly children: readonly Node[];
}

/** A cell that spans more columns or rows than that spans these. */
const MAX_SPAN = 50;

/** Returns a table of HTML as one of Markdown; one that holds whole blocks, cell by cell. */
export function tableTokens(table: ElementNode, make: TokenFactory, blocks: MakeBlocks): Token[] {
  const rows = withSpans(rowsOf(table));
  const outside = blocks(outsideCells(table), make);
  if (rows.some((row) => row.some(({ children }) => holdsCode(children)))) {
    const cells = rows.flat().flatMap(({ children }) => blocks(children, make));
    return [...outside, ...cells];
  }
  const [first, ...others] = rows;
  if (first === undefined) return outside;
  const columns = Math.max(...rows.map((row) => row.length));
  const isHeaded = first.length > 0 && first.every(({ isHead }) => isHead);
  const row = (cells: readonly Cell[]) => rowTokens(cells, columns, make);
  const body = isHeaded ? others : rows;
  const inside = [
    ...(isHeaded ? wrapped('thead', 'thead', row(first), make) : []),
    ...(body.length > 0 ? wrapped('tbody', 'tbody', body.flatMap(row), make) : []),
  ];
  return [...outside, ...wrapped('table', 'table', inside, make)];
}

function rowTokens(cells: readonly Cell[], columns: number, make: TokenFactory): Token[] {
  const filled = [...cells, ...Array.from({ length: columns - cells.length }, () => EMPTY)];
  const inside = filled.flatMap(({ isHead, align, children }) => {
    const name = isHead ? 'th' : 'td';
    const tokens = wrapped(
      name,
      name,
      [inlineToken(trimmed(lineTokens(children, make)), make)],
      make,
    );
    if (align !== '') tokens[0]?.attrSet('style', `text-align:${align}`);
    return tokens;
  });
  return wrapped('tr', 'tr', inside, make);
}

const EMPTY: Cell = { rows: 1, isHead: false, align: '', children: [] };

function rowsOf(node: ElementNode): Cell[][] {
  return node.children.flatMap((child) => {
    if (!('tag' in child)) return [];
    if (child.tag.name === 'tr') return [child.children.flatMap(cellsOf)];
    return /^t(head|body|foot)$/.test(child.tag.name) ? rowsOf(child) : [];
  });
}

function cellsOf(node: Node): Cell[] {
  if (!('tag' in node) || !/^t[dh]$/.test(node.tag.name)) return [];
  const { attributes, name } = node.tag;
  const style = `${attributes.get('align') ?? ''} ${attributes.get('style') ?? ''}`;
  const align = /\b(right|center)\b/.exec(style)?.[1] ?? '';
  const span = (key: string) => {
    const wanted = Math.trunc(Number(attributes.get(key) ?? 1)) || 1;
    return Math.max(1, Math.min(MAX_SPAN, wanted));
  };
  const cell = { rows: span('rowspan'), isHead: name === 'th', align, children: node.children };
  return Array.from({ length: span('colspan') }, (_, at) =>
    at === 0 ? cell : { ...cell, children: [] },
  );
}

/** Puts an empty cell wherever one of a row above reaches down. */
function withSpans(rows: readonly (readonly Cell[])[]): Cell[][] {
  /** By column, rows that are taken still. */
  const taken: number[] = [];
  return rows.map((cells) => {
    const row: Cell[] = [];
    const waiting = [...cells];
    while (waiting.length > 0 || (taken[row.length] ?? 0) > 0) {
      const column = row.length;
      const left = taken[column] ?? 0;
      const cell = left > 0 ? EMPTY : (waiting.shift() ?? EMPTY);
      taken[column] = left > 0 ? left - 1 : cell.rows - 1;
      row.push(cell);
    }
    return row;
  });
}

/** What stands in a table but in no cell of it: a browser shows it before the table. */
function outsideCells(node: ElementNode): Node[] {
  return node.children.flatMap((child) => {
    if (!('tag' in child)) return [child];
    if (/^t(head|body|foot)$/.test(child.tag.name)) return outsideCells(child);
    if (child.tag.name === 'tr') {
      return child.children.filter((cell) => !('tag' in cell && /^t[dh]$/.test(cell.tag.name)));
    }
    return [child];
  });
}

function holdsCode(nodes: readonly Node[]): boolean {
  return nodes.some((node) =>
    'tag' in node ? holdsCode(node.children) : /^(fence|code_block)$/.test(node.token.type),
  );
}

import { BREAK, type Gathered, InlineMarkdown } from './inline-markdown.js';
import type { HtmlElement, HtmlNode } from './tree.js';

/** Returns a table in pipes; its first row is the heading, as Markdown's tables have one. */
export function tableMarkdown(table: HtmlElement, gathered: Gathered): string {
  const rows = rowsOf(table.children).map((row) =>
    row.children.filter((cell) => isElement(cell, 'th') || isElement(cell, 'td')),
  );
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width === 0) return '';
  const lines = rows.map((cells) => {
    const texts = Array.from({ length: width }, (_, at) => cellText(cells[at], gathered));
    return `| ${texts.join(' | ')} |`;
  });
  const marks = Array.from({ length: width }, (_, at) => alignment(rows[0]?.[at]));
  lines.splice(1, 0, `| ${marks.join(' | ')} |`);
  return lines.join('\n');
}

function isElement(node: HtmlNode | undefined, name: string): node is HtmlElement {
  return typeof node === 'object' && node.name === name;
}

function rowsOf(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.name === 'tr') return [node];
    return ['thead', 'tbody', 'tfoot'].includes(node.name) ? rowsOf(node.children) : [];
  });
}

/** Returns what stands in a table, or in a row of it, outside of every cell. */
export function outsideCells(table: HtmlElement): HtmlNode[] {
  return table.children.flatMap((node) => {
    if (typeof node === 'string') return [node];
    if (node.name === 'td' || node.name === 'th') return table.name === 'tr' ? [] : [node];
    return ['tr', 'thead', 'tbody', 'tfoot'].includes(node.name) ? outsideCells(node) : [node];
  });
}

function cellText(cell: HtmlNode | undefined, gathered: Gathered): string {
  if (cell === undefined) return '';
  // A table cell is one line, and a bar ends it, in code too.
  return new InlineMarkdown(gathered)
    .add(typeof cell === 'string' ? [cell] : cell.children)
    .text.replaceAll(new RegExp(`[\\s${BREAK}]+`, 'g'), ' ')
    .trim()
    .replaceAll('|', '\\|');
}

function alignment(cell: HtmlNode | undefined): string {
  if (typeof cell !== 'object') return '---';
  const { style = '', align = '' } = cell.attributes;
  const side = /text-align:\s*(left|center|right)/i.exec(style)?.[1] ?? align;
  return { left: ':--', center: ':-:', right: '--:' }[side.toLowerCase()] ?? '---';
}

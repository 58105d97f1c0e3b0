import type { Page } from '../page/page.js';
import type { TableRow } from './html-rows.js';

/**
 * Rows of a table; a quoted cell may hold separators and line ends, and "" for a quote. With
 * tabs quotes are text, unless `isQuoted` says otherwise.
 */
export function separatedRows(
  page: Page,
  separator: string,
  isQuoted = separator !== '\t',
): TableRow[] {
  const rows: TableRow[] = [];
  let begin = 0;
  let isOpen = false;
  for (let line = 0; line < page.lines.length; line++) {
    if (isQuoted) isOpen = hasOpenQuote(page.lines[line] ?? '', isOpen);
    if (isOpen && line - begin < MAX_CELL_LINES) continue;
    const text = page.lines.slice(begin, line + 1).join('\n');
    if (text.trim() !== '')
      rows.push({ line: begin, cells: separatedCells(text, separator, isQuoted) });
    begin = line + 1;
    isOpen = false;
  }
  const rest = page.lines.slice(begin).join('\n');
  return rest.trim() === ''
    ? rows
    : [...rows, { line: begin, cells: separatedCells(rest, separator, isQuoted) }];
}

/** A quote that nothing closes takes in no more than this. */
const MAX_CELL_LINES = 200;

/** Is a quote open behind a line? Each quote opens or closes, a doubled one does both. */
function hasOpenQuote(line: string, wasOpen: boolean): boolean {
  const isOdd = (line.split('"').length - 1) % 2 === 1;
  return isOdd !== wasOpen;
}

/** Returns the cells of a row; tabs in a row without quotes part as one. */
export function separatedCells(
  row: string,
  separator: string,
  isQuoted = separator !== '\t',
): string[] {
  if (!isQuoted) return row.split(/\t+/);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  // Kept beside the cell: to look at all of it at each quote would take a time quadratic in the row.
  let isBlank = true;
  for (let at = 0; at < row.length; at++) {
    const character = row.charAt(at);
    if (character === '"' && quoted && row.charAt(at + 1) === '"') {
      cell += '"';
      isBlank = false;
      at++;
    } else if (character === '"' && (quoted || isBlank)) quoted = !quoted;
    else if (character === separator && !quoted) {
      cells.push(cell);
      cell = '';
      isBlank = true;
    } else {
      cell += character;
      isBlank &&= character.trim() === '';
    }
  }
  return [...cells, cell];
}

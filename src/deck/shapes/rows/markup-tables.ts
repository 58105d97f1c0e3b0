import { plainTitle } from '../page/groups.js';
import type { Page } from '../page/page.js';
import { asks } from '../words/asks.js';
import { bareColumnsOf, type Columns, columnsOf, isBeside, TERMS } from './columns.js';
import { htmlRowsOf, type TableRow } from './html-rows.js';

/** A table of Markdown's or in HTML whose columns are known. */
export interface MarkupTable {
  /** What says which columns are which. */
  readonly why: string;
  readonly columns: Columns;
  readonly rows: readonly TableRow[];
  /** How many lines it takes. */
  readonly lines: number;
}

/** Finds the tables of a page, of Markdown's and in HTML, that have a column of questions and one of answers, in order. */
export function markupTables(page: Page): MarkupTable[] {
  const piped = page.source.text.includes('|') ? pipeTables(page) : [];
  return [...piped, ...htmlTables(page)].sort(
    (a, b) => (a.rows[0]?.line ?? 0) - (b.rows[0]?.line ?? 0),
  );
}

/** Tables and lists of terms in HTML: with a header, or where most of a column ask. */
function htmlTables(page: Page): MarkupTable[] {
  return htmlRowsOf(page).flatMap(({ kind, line, end, rows }): MarkupTable[] => {
    const lines = page.lines.slice(line, end).filter((text) => text.trim() !== '').length;
    if (kind === 'dl') return [{ why: 'of terms (<dl>)', columns: TERMS, rows, lines }];
    const found = columnsIn(rows.map(({ cells }) => cells));
    if (found === null) return [];
    const { columns, isHeaded, why } = found;
    const isWhole = ({ cells }: TableRow) =>
      cells.length > Math.max(columns.question, columns.answer);
    return [{ why, columns, rows: rows.slice(isHeaded ? 1 : 0).filter(isWhole), lines }];
  });
}

/** So many cells of a column must ask where no header names it. */
const MIN_ASKING = 0.7;
const MIN_ROWS = 2;

/** Which column asks and which answers: as the header says, else the one that asks and that behind it. */
function columnsIn(rows: readonly (readonly string[])[]) {
  const header = (rows[0] ?? []).map(plainTitle);
  const named = columnsOf(header);
  const columns = header.filter((name) => name !== '').slice(0, 4);
  if (named !== null) {
    return { columns: named, isHeaded: true, why: `with the columns ${columns.join(', ')}` };
  }
  const width = Math.max(0, ...rows.slice(0, MAX_SEEN).map((cells) => cells.length));
  const at = Array.from({ length: width }, (_, column) => column).find((column) => {
    const asking = rows.map((cells) => askedIn(cells[column] ?? '')).filter(asks);
    // Words such as "can" begin many a cell that compares.
    const marked = asking.filter((text) => /[?？]$/.test(text)).length;
    return (
      marked >= MIN_ROWS &&
      marked * 2 > asking.length &&
      asking.length >= (rows.length - 1) * MIN_ASKING
    );
  });
  const answer = at === undefined ? -1 : wordiest(rows, width, at);
  if (at === undefined || answer < 0) return bareColumnsIn(header, rows);
  const isHeaded = !asks(header[at] ?? '');
  const why = `of which column ${at + 1} asks`;
  return { columns: { ...TERMS, question: at, answer }, isHeaded, why };
}

/** A table whose header names the questions and has no column of answers. */
function bareColumnsIn(header: readonly string[], rows: readonly (readonly string[])[]) {
  const columns = bareColumnsOf(header);
  const own =
    columns === null ? [] : rows.slice(1).map((row) => askedIn(row[columns.question] ?? ''));
  const isAsking = own.filter(asks).length * 2 > own.length;
  if (columns === null || own.length < MIN_ROWS || !isAsking) return null;
  return { columns, isHeaded: true, why: 'with a column of questions and none of answers' };
}

/** What a cell asks: nothing where it links to the question below, as contents do. */
const askedIn = (cell: string) => (/\]\(\s*#/.test(cell) ? '' : plainTitle(cell));

/** The column beside that of the questions that says most; -1 where most of the cells say nothing. */
function wordiest(rows: readonly (readonly string[])[], width: number, questions: number): number {
  let best = -1;
  let most = 0;
  for (let at = 0; at < width; at++) {
    const isNone = at === questions || isBeside(plainTitle(rows[0]?.[at] ?? ''));
    const texts = isNone ? [] : rows.map((cells) => plainTitle(cells[at] ?? ''));
    const length = sum(texts.map((text) => text.length));
    const isFull = texts.filter((text) => /\p{L}/u.test(text)).length * 2 > rows.length;
    if (isFull && length > most) {
      most = length;
      best = at;
    }
  }
  return best;
}

/** The widest of the first rows is as wide as the table. */
const MAX_SEEN = 20;

const sum = (counts: readonly number[]) => counts.reduce((all, own) => all + own, 0);

/** The line below a header: bars and dashes. */
const isDivider = (line: string) => line.includes('-') && /^[ \t|:-]+$/.test(line);

function pipeTables(page: Page): MarkupTable[] {
  const tables: MarkupTable[] = [];
  for (let line = page.preface.bodyLine; line + 1 < page.lines.length; line++) {
    const text = page.lines[line] ?? '';
    const below = page.lines[line + 1] ?? '';
    if (!text.includes('|') || !below.includes('|') || !isDivider(below)) continue;
    if (page.leafAt(line)?.kind !== 'paragraph') continue;
    const header = pipeCells(text);
    const rows: TableRow[] = [{ line, cells: header }];
    for (line += 2; page.lines[line]?.includes('|'); line++) {
      rows.push({ line, cells: pipeCells(page.lines[line] ?? '') });
    }
    const found = columnsIn(rows.map(({ cells }) => cells));
    if (found === null) continue;
    const { why, columns, isHeaded } = found;
    // The line below the header is one of its own.
    tables.push({ why, columns, rows: rows.slice(isHeaded ? 1 : 0), lines: rows.length + 1 });
  }
  return tables;
}

/** The cells of a row; a bar behind a backslash is text. */
function pipeCells(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

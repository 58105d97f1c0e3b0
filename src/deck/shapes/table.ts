import { counted } from '../../model/text/counted.js';
import { groupsAbove } from './page/groups.js';
import type { Page } from './page/page.js';
import { voteForAnkiText } from './rows/anki-text.js';
import { type Columns, columnsOf, unitOf } from './rows/columns.js';
import type { TableRow } from './rows/html-rows.js';
import { markupTables } from './rows/markup-tables.js';
import { separatedCells, separatedRows } from './rows/separated-rows.js';
import { voteForTerms } from './rows/terms.js';
import type { Ballot, Shape } from './shape.js';
import { pathFinder } from './unit/units.js';

/** Tables: tab-separated, CSV with a header, Markdown's own, or in HTML. */
export const table: Shape = {
  name: 'table',
  mayBeBare: true,
  summary: 'lines of question, tab, answer (Quizlet); CSV or a table with a header; <dl>',
  example: 'question,answer,difficulty\nWhat is kept in a KV cache?,Keys and values,easy',
  vote(page) {
    return (
      voteForAnkiText(page) ??
      voteForHeader(page, ',') ??
      voteForHeader(page, ';') ??
      voteForTabs(page) ??
      voteForMarkup(page) ??
      voteForTerms(page)
    );
  },
};

function voteForHeader(page: Page, separator: string): Ballot | null {
  const header = separatedCells(page.lines[0] ?? '', separator);
  const columns = columnsOf(header);
  if (columns === null) return null;
  const rows = separatedRows(page, separator)
    .slice(1)
    .map((row) => withWholeAnswer(row, header.length, columns, separator));
  const why = `a header names the columns ${header.slice(0, 4).join(', ')}`;
  return { ...ballotOf(rows, columns, why), isSigned: isSigned(header, columns) };
}

/** An answer at the end of its row may hold the separator: whoever writes by hand leaves quotes out. */
function withWholeAnswer(
  { line, cells }: TableRow,
  width: number,
  { answer }: Columns,
  separator: string,
): TableRow {
  if (answer !== width - 1 || cells.length <= width) return { line, cells };
  const own = cells.slice(answer);
  while (own.length > 1 && own.at(-1)?.trim() === '') own.pop();
  return { line, cells: [...cells.slice(0, answer), own.join(separator)] };
}

function voteForTabs(page: Page): Ballot | null {
  const header = columnsOf((page.lines[0] ?? '').split('\t'));
  if (header === null) return null;
  const rows = separatedRows(page, '\t').slice(1);
  return {
    ...ballotOf(rows, header, `${counted(rows.length, 'line')} with a tab`),
    isSigned: isSigned((page.lines[0] ?? '').split('\t'), header),
  };
}

/** One letter is the name of many a thing. */
const isSigned = (header: readonly string[], { question, answer }: Columns) =>
  [question, answer].every((at) => (header[at] ?? '').trim().length > 1);

function voteForMarkup(page: Page): Ballot | null {
  const tables = markupTables(page);
  const [first] = tables;
  if (first === undefined) return null;
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const lines = tables.reduce((sum, table) => sum + table.lines, 0);
  return {
    // Beside much text a table is a part of it.
    confidence: rows >= 2 && lines * 2 > writtenLines(page) ? 0.9 : 0.3,
    why: `${counted(rows, 'row')} of tables ${first.why}`,
    line: first.rows[0]?.line ?? 0,
    read() {
      const path = pathFinder(groupsAbove(page, [], 6));
      return tables.flatMap(({ columns, rows: own }) =>
        own.flatMap((row) => unitOf(row, columns, path)),
      );
    },
  };
}

/** Lines with anything on them but headings. */
const writtenLines = ({ lines, preface }: Page) =>
  lines.slice(preface.bodyLine).filter((line) => line.trim() !== '' && !/^#{1,6}\s/.test(line))
    .length;

function ballotOf(rows: readonly TableRow[], columns: Columns, why: string): Ballot {
  const first = rows[0]?.line ?? 0;
  return {
    confidence: 0.98,
    why,
    line: first,
    read: () => rows.flatMap((row) => unitOf(row, columns)),
  };
}

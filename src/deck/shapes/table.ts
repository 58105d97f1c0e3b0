import type { Stars } from '../../model/card.js';
import { counted } from '../../model/text/counted.js';
import { takeStars } from './difficulty.js';
import { groupsAbove } from './groups.js';
import type { Page } from './page.js';
import type { Ballot, Shape, Unit } from './shape.js';
import { voteForTerms } from './terms.js';
import { pathFinder } from './units.js';

/** A row of a table and the line (from 0) where it begins. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Which column holds what; -1 where none does. */
interface Columns {
  readonly question: number;
  readonly answer: number;
  readonly stars: number;
  readonly companies: number;
  readonly tags: number;
}

const QUESTION = /^(?:questions?|front|terms?|prompts?|words?|q|frage|pregunta|вопрос)$/i;
const ANSWER = /^(?:answers?|back|definitions?|responses?|meaning|a|antwort|respuesta|ответ)$/i;
const DIFFICULTY = /^(?:difficulty|level|stars)$/i;
const COMPANIES = /^(?:compan(?:y|ies))$/i;
const TAGS = /^(?:tags?|topics?|categor(?:y|ies))$/i;

/** Tables: tab-separated, CSV with a header, or Markdown's own. */
export const table: Shape = {
  name: 'table',
  summary: 'lines of question, tab, answer (Quizlet); CSV or a Markdown table with a header',
  example: 'question,answer,difficulty\nWhat is kept in a KV cache?,Keys and values,easy',
  vote(page) {
    return (
      voteForHeader(page, ',') ??
      voteForHeader(page, ';') ??
      voteForTabs(page) ??
      voteForPipes(page) ??
      voteForTerms(page)
    );
  },
};

function voteForHeader(page: Page, separator: string): Ballot | null {
  const header = cellsOf(page.lines[0] ?? '', separator);
  const columns = columnsOf(header);
  if (columns === null) return null;
  const rows = readRows(page, separator).slice(1);
  const why = `a header names the columns ${header.slice(0, 4).join(', ')}`;
  return { ...ballotOf(rows, columns, why), isSigned: isSigned(header, columns) };
}

function voteForTabs(page: Page): Ballot | null {
  const header = columnsOf((page.lines[0] ?? '').split('\t'));
  if (header === null) return null;
  const rows = readRows(page, '\t').slice(1);
  return {
    ...ballotOf(rows, header, `${counted(rows.length, 'line')} with a tab`),
    isSigned: isSigned((page.lines[0] ?? '').split('\t'), header),
  };
}

/** One letter is the name of many a thing. */
const isSigned = (header: readonly string[], { question, answer }: Columns) =>
  [question, answer].every((at) => (header[at] ?? '').trim().length > 1);

/** A Markdown table below a header that names its columns. */
interface PipeTable {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly rows: readonly Row[];
}

function voteForPipes(page: Page): Ballot | null {
  const tables = pipeTables(page);
  const [first] = tables;
  if (first === undefined) return null;
  const rows = tables.reduce((sum, { rows: own }) => sum + own.length, 0);
  const written = page.lines.filter((line) => line.trim() !== '' && !/^#{1,6}\s/.test(line)).length;
  return {
    // Beside much text a table is a part of it. A header takes two lines.
    confidence: rows >= 2 && (rows + tables.length * 2) * 2 > written ? 0.9 : 0.3,
    why: `${counted(rows, 'row')} of tables with the columns ${first.header.slice(0, 4).join(', ')}`,
    line: first.rows[0]?.line ?? 0,
    read() {
      const path = pathFinder(groupsAbove(page, [], 6));
      return tables.flatMap(({ columns, rows: own }) =>
        own.flatMap((row) => unitOf(row, columns, path)),
      );
    },
  };
}

/** The line below a header: bars and dashes. */
const isDivider = (line: string) => line.includes('-') && /^[ \t|:-]+$/.test(line);

function pipeTables(page: Page): PipeTable[] {
  const tables: PipeTable[] = [];
  for (let line = page.preface.bodyLine; line + 1 < page.lines.length; line++) {
    const text = page.lines[line] ?? '';
    const below = page.lines[line + 1] ?? '';
    if (!text.includes('|') || !below.includes('|') || !isDivider(below)) continue;
    const header = pipeCells(text);
    const columns = columnsOf(header);
    if (columns === null || page.leafAt(line)?.kind !== 'paragraph') continue;
    const rows: Row[] = [];
    for (line += 2; page.lines[line]?.includes('|'); line++) {
      rows.push({ line, cells: pipeCells(page.lines[line] ?? '') });
    }
    tables.push({ header, columns, rows });
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

function ballotOf(rows: readonly Row[], columns: Columns, why: string): Ballot {
  const first = rows[0]?.line ?? 0;
  return {
    confidence: 0.98,
    why,
    line: first,
    read: () => rows.flatMap((row) => unitOf(row, columns)),
  };
}

function columnsOf(header: readonly string[]): Columns | null {
  const names = header.map((name) => name.trim());
  const at = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  const question = at(QUESTION);
  const answer = at(ANSWER);
  if (question < 0 || answer < 0 || question === answer) return null;
  return { question, answer, stars: at(DIFFICULTY), companies: at(COMPANIES), tags: at(TAGS) };
}

function unitOf({ line, cells }: Row, columns: Columns, path = noPath): Unit[] {
  const cell = (at: number) => (cells[at] ?? '').trim();
  const question = cell(columns.question);
  if (question === '') return [];
  const tags = cell(columns.tags);
  return [
    {
      line,
      question,
      answer: cell(columns.answer),
      stars: starsOf(cell(columns.stars)),
      companies: namesIn(cell(columns.companies), /[,;|]/),
      // As Anki writes them they are parted by blanks.
      tags: namesIn(tags, /[,;|]/.test(tags) ? /[,;|]/ : /\s+/),
      path: path(line),
    },
  ];
}

const noPath = (_line: number): string[] => [];

/** The names of a cell, each once whatever its case: the first spelling stays. */
function namesIn(cell: string, separator: RegExp): string[] {
  const names = new Map<string, string>();
  for (const name of cell.split(separator).map((part) => part.trim())) {
    if (name !== '' && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}

function starsOf(text: string): Stars | null {
  if (/^[1-3]$/.test(text)) return Number(text) as Stars;
  return text === '' ? null : takeStars(`x (${text})`, { legend: false, most: 3 }).stars;
}

/** Rows of a table; a quoted cell may hold separators and line ends, and "" for a quote. */
function readRows(page: Page, separator: string): Row[] {
  const rows: Row[] = [];
  let begin = 0;
  let isOpen = false;
  for (let line = 0; line < page.lines.length; line++) {
    if (separator !== '\t') isOpen = hasOpenQuote(page.lines[line] ?? '', isOpen);
    if (isOpen && line - begin < MAX_CELL_LINES) continue;
    const text = page.lines.slice(begin, line + 1).join('\n');
    if (text.trim() !== '') rows.push({ line: begin, cells: cellsOf(text, separator) });
    begin = line + 1;
    isOpen = false;
  }
  const rest = page.lines.slice(begin).join('\n');
  return rest.trim() === '' ? rows : [...rows, { line: begin, cells: cellsOf(rest, separator) }];
}

/** A quote that nothing closes takes in no more than this. */
const MAX_CELL_LINES = 200;

/** Is a quote open behind a line? Each quote opens or closes, a doubled one does both. */
function hasOpenQuote(line: string, wasOpen: boolean): boolean {
  const isOdd = (line.split('"').length - 1) % 2 === 1;
  return isOdd !== wasOpen;
}

function cellsOf(row: string, separator: string): string[] {
  if (separator === '\t') return row.split(/\t+/);
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

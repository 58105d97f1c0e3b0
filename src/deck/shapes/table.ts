import type { Stars } from '../../model/card.js';
import { counted } from '../../model/counted.js';
import { takeStars } from './difficulty.js';
import type { Page } from './page.js';
import type { Ballot, Shape, Unit } from './shape.js';

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
}

const QUESTION = /^(?:questions?|front|terms?|prompts?|words?|q|frage|pregunta|вопрос)$/i;
const ANSWER = /^(?:answers?|back|definitions?|responses?|meaning|a|antwort|respuesta|ответ)$/i;
const DIFFICULTY = /^(?:difficulty|level|stars)$/i;
const COMPANIES = /^(?:compan(?:y|ies))$/i;
/** How many lines must be a term and a definition. */
const MOST = 0.9;

/** Tables as text: tab-separated, or CSV with a header. */
export const table: Shape = {
  name: 'table',
  summary: 'lines of question, tab, answer (Quizlet), or CSV with a header',
  example: 'question,answer,difficulty\nWhat is kept in a KV cache?,Keys and values,easy',
  vote(page) {
    return voteForHeader(page, ',') ?? voteForHeader(page, ';') ?? voteForTabs(page);
  },
};

function voteForHeader(page: Page, separator: string): Ballot | null {
  const header = cellsOf(page.lines[0] ?? '', separator);
  const columns = columnsOf(header);
  if (columns === null) return null;
  const rows = readRows(page, separator).slice(1);
  return ballotOf(rows, columns, `a header names the columns ${header.slice(0, 4).join(', ')}`);
}

function voteForTabs(page: Page): Ballot | null {
  if (!page.source.text.includes('\t')) return null;
  const header = columnsOf((page.lines[0] ?? '').split('\t'));
  const written = page.lines.filter((line) => line.trim() !== '');
  const tabbed = written.filter(hasTwoCells);
  if (tabbed.length < 2 && header === null) return null;
  if (tabbed.length < written.length * MOST) return null;
  const columns = header ?? { question: 0, answer: 1, stars: -1, companies: -1 };
  const rows = readRows(page, '\t').slice(header === null ? 0 : 1);
  return ballotOf(rows, columns, `${counted(tabbed.length, 'line')} with a tab`);
}

function hasTwoCells(line: string): boolean {
  const tab = line.indexOf('\t');
  return tab > 0 && line.slice(0, tab).trim() !== '' && line.slice(tab).trim() !== '';
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
  return { question, answer, stars: at(DIFFICULTY), companies: at(COMPANIES) };
}

function unitOf({ line, cells }: Row, columns: Columns): Unit[] {
  const cell = (at: number) => (cells[at] ?? '').trim();
  const question = cell(columns.question);
  if (question === '') return [];
  const companies = cell(columns.companies).split(/[,;|]/);
  return [
    {
      line,
      question,
      answer: cell(columns.answer),
      stars: starsOf(cell(columns.stars)),
      companies: companies.map((name) => name.trim()).filter((name) => name !== ''),
      path: [],
    },
  ];
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

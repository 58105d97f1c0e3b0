import type { Stars } from '../../../model/card.js';
import type { Unit } from '../shape.js';
import { takeStars } from '../words/difficulty.js';
import { ANSWER_WORDS, QUESTION_WORDS } from '../words/names.js';
import type { TableRow } from './html-rows.js';

/** Which column holds what; -1 where none does. */
export interface Columns {
  readonly question: number;
  readonly answer: number;
  readonly stars: number;
  readonly companies: number;
  readonly tags: number;
}

const QUESTION = new RegExp(
  `^(?:interview |sample )?(?:(?:${QUESTION_WORDS}|questions)(?: titles?| names?| text)?|front|terms?|prompts?|words?|q)$`,
  'iu',
);
const ANSWER = new RegExp(`^(?:${ANSWER_WORDS}|back|definitions?|responses?|meaning|a)$`, 'iu');
const DIFFICULTY = /^(?:difficulty|level|stars)$/i;
const COMPANIES = /^(?:compan(?:y|ies)(?: asking| asked)?|asked (?:by|in|at))$/i;
const TAGS = /^(?:tags?|topics?|categor(?:y|ies))$/i;
/** What says nothing of an answer either. */
const COUNTS = /^(?:s?\.? ?no\.?|#|№|number|id|status|done|(?:\w+ )?links?|video|source)$/i;

/** A term and its definition, and nothing else. */
export const TERMS: Columns = { question: 0, answer: 1, stars: -1, companies: -1, tags: -1 };

/** Returns which columns a header names; null where it names no question and answer. */
export function columnsOf(header: readonly string[]): Columns | null {
  if (header.length < 2) return null;
  const found = bareColumnsOf(header);
  const answer = header.findIndex((name) => ANSWER.test(name.trim()));
  return found === null || answer < 0 || found.question === answer ? null : { ...found, answer };
}

/** Returns the columns of a header that names the questions, whatever else; null where it names none. */
export function bareColumnsOf(header: readonly string[]): Columns | null {
  const at = (pattern: RegExp) => header.findIndex((name) => pattern.test(name.trim()));
  const question = at(QUESTION);
  if (question < 0) return null;
  const others = { stars: at(DIFFICULTY), companies: at(COMPANIES), tags: at(TAGS) };
  return { question, answer: -1, ...others };
}

/** Does a column say something beside question and answer, such as how hard it is? */
export function isBeside(name: string): boolean {
  return [DIFFICULTY, COMPANIES, TAGS, COUNTS].some((pattern) => pattern.test(name.trim()));
}

/** Returns the unit of a row; none where the row asks nothing. `path` gives the headings above a line. */
export function unitOf({ line, cells }: TableRow, columns: Columns, path = noPath): Unit[] {
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

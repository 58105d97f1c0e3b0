import { counted } from '../../../model/text/counted.js';
import type { Page } from '../page/page.js';
import type { Ballot, Unit } from '../shape.js';
import { asks } from '../words/asks.js';
import { separatedRows } from './separated-rows.js';

/** How many of the lines, or of what stands between semicolons, must be a term and a definition. */
const MOST = 0.9;
/** The same where definitions go on over several lines. */
const MANY = 0.5;
/** What may stand between a term and its definition where there is no tab. */
const SEPARATORS = [' - ', ' – ', ' — ', ' = ', ' => ', ' | ', ' : ', ';', ','];
/** So many of the terms must ask before a separator other than a tab counts. */
const MIN_ASKING = 0.8;
const MIN_ROWS = 3;

/** A term and its definition, and the line (from 0) where it begins. */
interface Term {
  readonly line: number;
  readonly term: string;
  readonly definition: string;
}

/** Terms and definitions without a header, as Quizlet exports a set: by tabs, or by signs of one's own. */
export function voteForTerms(page: Page): Ballot | null {
  return byTabs(page) ?? bySemicolons(page) ?? bySign(page);
}

function byTabs(page: Page): Ballot | null {
  if (!page.source.text.includes('\t')) return null;
  const written = page.lines.filter((line) => line.trim() !== '');
  const tabbed = written.filter((line) => hasTwoCells(line, '\t')).length;
  if (tabbed < 2 || !hasTwoCells(written[0] ?? '', '\t')) return null;
  if (tabbed < written.length * MANY) return null;
  // A set of terms has two columns, with tags three.
  const isWide = written.filter((line) => line.split('\t').length > 3).length * 2 > tabbed;
  if (isWide && page.around.found !== 'notes') return null;
  const isPlain = page.leaves.every(({ kind }) => kind !== 'heading' && kind !== 'fence');
  const confidence = tabbed >= written.length * MOST ? 0.98 : isPlain ? 0.75 : 0.3;
  return ballotOf(termsByLine(page, '\t'), confidence, `${counted(tabbed, 'line')} with a tab`);
}

/** A semicolon ends each row: `term, tab, definition; term, tab, definition`. */
function bySemicolons(page: Page): Ballot | null {
  const { text } = page.source;
  if (!text.includes('\t') || !text.includes(';')) return null;
  const rows: Term[] = [];
  let pieces = 0;
  let line = 0;
  for (const piece of text.split(';')) {
    const begin = line + (/^\s*/.exec(piece)?.[0].split('\n').length ?? 1) - 1;
    line += piece.split('\n').length - 1;
    if (piece.trim() === '') continue;
    pieces++;
    const row = piece.trim();
    if (row.split('\t').length === 2 && hasTwoCells(row, '\t')) {
      rows.push({ line: begin, ...divided(row, '\t') });
    }
  }
  if (rows.length < 2 || rows.length < pieces * MOST) return null;
  return ballotOf(rows, 0.9, `${counted(rows.length, 'row')} with a tab, ended by semicolons`);
}

/** Any other sign that divides nearly all lines; it is likely only where the terms ask. */
function bySign(page: Page): Ballot | null {
  const sign = SEPARATORS.find((each) => dividesMost(page, each));
  if (sign === undefined) return null;
  const terms = termsByLine(page, sign);
  const asking = terms.filter(({ term }) => /[?？]$/.test(term) && asks(term)).length;
  const confidence = asking >= terms.length * MIN_ASKING ? 0.7 : 0.3;
  return ballotOf(terms, confidence, `${counted(terms.length, 'line')} with "${sign.trim()}"`);
}

/** Does a sign divide most lines but blank ones? Gives up at the line with which too many are not divided. */
function dividesMost({ lines, preface }: Page, sign: string): boolean {
  let divided = 0;
  let others = 0;
  for (let at = preface.bodyLine; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (hasTwoCells(line, sign)) divided++;
    else if (line.trim() !== '' && ++others * MOST > lines.length * (1 - MOST)) return false;
  }
  const written = divided + others;
  return written >= MIN_ROWS && divided >= written * MOST;
}

/** A line without the separator goes on with the definition above it. */
function termsByLine(page: Page, separator: string): Term[] {
  if (/^[,;]$/.test(separator)) return termsByRow(page, separator);
  const terms: Term[] = [];
  for (let line = page.preface.bodyLine; line < page.lines.length; line++) {
    const text = page.lines[line] ?? '';
    if (hasTwoCells(text, separator)) terms.push({ line, ...divided(text, separator) });
    else {
      const last = terms.pop();
      if (last === undefined) continue;
      terms.push({ ...last, definition: `${last.definition}\n${text.trimEnd()}` });
    }
  }
  return terms;
}

/** The same where quotes may hold separators and line ends, as programs of tables write them. */
function termsByRow(page: Page, separator: string): Term[] {
  const terms: Term[] = [];
  for (const { line, cells } of separatedRows(page, separator)) {
    if (line < page.preface.bodyLine) continue;
    const [term = '', ...rest] = cells;
    const definition = rest.join(separator).trim();
    const last = terms.at(-1);
    if (term.trim() !== '' && definition !== '') {
      terms.push({ line, term: term.trim(), definition });
    } else if (last !== undefined) {
      const more = cells.join(separator).trimEnd();
      terms.splice(-1, 1, { ...last, definition: `${last.definition}\n${more}` });
    }
  }
  return terms;
}

function hasTwoCells(line: string, separator: string): boolean {
  const at = line.indexOf(separator);
  return (
    at > 0 && line.slice(0, at).trim() !== '' && line.slice(at + separator.length).trim() !== ''
  );
}

function divided(row: string, separator: string) {
  const at = row.indexOf(separator);
  const definition = row.slice(at + separator.length).trim();
  // Of further columns, separated by tabs, the first is the definition.
  const [own = ''] = separator === '\t' ? definition.split(/\t+/) : [definition];
  return { term: row.slice(0, at).trim(), definition: own };
}

function ballotOf(terms: readonly Term[], confidence: number, why: string): Ballot {
  return {
    confidence,
    why,
    line: terms[0]?.line ?? 0,
    read: () =>
      terms.map(
        ({ line, term, definition }): Unit => ({
          line,
          question: term,
          answer: definition.trim(),
          stars: null,
          companies: [],
          path: [],
        }),
      ),
  };
}

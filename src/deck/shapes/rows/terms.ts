import { counted } from '../../../model/text/counted.js';
import type { Page } from '../page/page.js';
import type { Ballot, Unit } from '../shape.js';
import { asks } from '../words/asks.js';
import { hasTwoCells, type Term, termsByLine, termsBySemicolon } from './term-rows.js';

/** How many of the lines, or of what stands between semicolons, must be a term and a definition. */
const MOST = 0.9;
/** The same where definitions go on over several lines. */
const MANY = 0.5;
/** What may stand between a term and its definition where there is no tab. */
const SEPARATORS = [' - ', ' – ', ' — ', ' = ', ' => ', ' | ', ' : ', ';', ','];
/** So many of the terms must ask before a separator other than a tab counts. */
const MIN_ASKING = 0.8;
const MIN_ROWS = 3;

/** Terms and definitions without a header, as Quizlet exports a set: by tabs, or by signs of one's own. */
export function voteForTerms(page: Page): Ballot | null {
  return byTabs(page) ?? bySemicolons(page) ?? byCommas(page) ?? bySign(page);
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
  if (!page.source.text.includes('\t')) return null;
  const { terms, pieces } = termsBySemicolon(page, '\t', (row) => row.split('\t').length === 2);
  if (terms.length < 2 || terms.length < pieces * MOST) return null;
  return ballotOf(terms, 0.9, `${counted(terms.length, 'row')} with a tab, ended by semicolons`);
}

/** The same with commas, the other sign that Quizlet offers; a line ends where a row does. */
function byCommas(page: Page): Ballot | null {
  const written = page.lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  if (!written.slice(0, -1).every((line) => line.endsWith(';'))) return null;
  const { terms, pieces } = termsBySemicolon(page, ',');
  if (terms.length < MIN_ROWS || terms.length < pieces * MOST) return null;
  const why = `${counted(terms.length, 'row')} with ",", ended by semicolons`;
  return ballotOf(terms, confidenceOf(terms), why);
}

/** Any other sign that divides nearly all lines. */
function bySign(page: Page): Ballot | null {
  const sign = SEPARATORS.find((each) => dividesMost(page, each));
  if (sign === undefined) return null;
  const terms = termsByLine(page, sign);
  const why = `${counted(terms.length, 'line')} with "${sign.trim()}"`;
  return ballotOf(terms, confidenceOf(terms), why);
}

/** Where no tab tells a term from its definition, they are likely only where the terms ask. */
function confidenceOf(terms: readonly Term[]): number {
  const asking = terms.filter(({ term }) => /[?？]$/.test(term) && asks(term)).length;
  return asking >= terms.length * MIN_ASKING ? 0.7 : 0.3;
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

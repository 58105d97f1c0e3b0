import type { Page } from '../page/page.js';
import { separatedRows } from './separated-rows.js';

/** A term and its definition, and the line (from 0) where it begins. */
export interface Term {
  readonly line: number;
  readonly term: string;
  readonly definition: string;
}

/** A line without the separator goes on with the definition above it. */
export function termsByLine(page: Page, separator: string): Term[] {
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

/** Does a line have something on both sides of a separator? */
export function hasTwoCells(line: string, separator: string): boolean {
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

/** Rows that end in semicolons, and how many pieces these part the text into. */
export function termsBySemicolon(
  { source }: Page,
  sign: string,
  isRow: (row: string) => boolean = () => true,
) {
  const terms: Term[] = [];
  let pieces = 0;
  let line = 0;
  for (const piece of source.text.split(';')) {
    const begin = line + (/^\s*/.exec(piece)?.[0].split('\n').length ?? 1) - 1;
    line += piece.split('\n').length - 1;
    const row = piece.trim();
    if (row === '') continue;
    pieces++;
    if (isRow(row) && hasTwoCells(row, sign)) terms.push({ line: begin, ...divided(row, sign) });
  }
  return { terms, pieces };
}

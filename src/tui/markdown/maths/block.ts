import type { RenderOptions } from '../options.js';
import { prefixLines } from '../prefix.js';
import { indented } from '../room.js';
import { type Span, span } from '../text/span.js';
import { wrapSpans } from '../text/wrap.js';
import { environmentAt } from './environment.js';
import { mathsBox } from './layout.js';
import { mathsToUnicode } from './maths.js';

const INDENT = span('  ');
const MATHS = { color: 'cyan' } as const;

/** Draws a formula that stands alone: as a textbook does where it fits, else a line for each row. */
export function mathsBlockLines(latex: string, options: RenderOptions): Span[][] {
  const inner = indented(options, INDENT.text.length);
  const { width } = inner ?? options;
  const lines = formulaLines(latex, width);
  return inner === null ? lines : prefixLines(lines, INDENT, INDENT);
}

function formulaLines(latex: string, width: number): Span[][] {
  const rows = rowsOf(latex);
  const whole = rows.length > 1 && !latex.includes('\\begin') ? null : boxLines(latex, width);
  if (whole !== null) return whole;
  return rows.flatMap(
    (row) =>
      (rows.length > 1 ? boxLines(row, width) : null) ??
      lineOf(row).flatMap((text) => wrapSpans([span(text, MATHS)], width)),
  );
}

function boxLines(latex: string, width: number): Span[][] | null {
  const box = mathsBox(latex, width);
  return box === null ? null : box.lines.map((line) => [span(line.trimEnd(), MATHS)]);
}

/** What comes back as it was is source text, and keeps its lines. */
function lineOf(latex: string): string[] {
  const text = mathsToUnicode(latex);
  return text === latex.trim() ? text.split('\n') : [text];
}

/** The rows of a formula, by `\\\\` or by an environment around all of it. */
function rowsOf(latex: string): string[] {
  const whole = latex.trim();
  const own = environmentAt(whole, 0);
  const isAligned = own?.end === whole.length && /align|gather|split|eqn/.test(own.name);
  const { rows } = (isAligned ? own : environmentAt(`\\begin{}${whole}\\end{}`, 0)) ?? { rows: [] };
  return rows.length === 0 ? [latex] : rows.map((row) => row.join(' '));
}

import type { StateInline } from 'markdown-it';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** Longer formulas are text that happens to hold two dollar signs. */
const MAX_CHARACTERS = 1000;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const SURELY_MATHS = /^\p{L}$|[\\^]/u;

/** Reads `$…$`, `$$…$$` and `\(…\)` as maths, before Markdown sees what is inside. */
export function mathsRule(state: StateInline, silent: boolean): boolean {
  const found = findMaths(state.src, state.pos);
  if (found === null || found.after > state.posMax) return false;
  if (!silent) state.push('maths', '', 0).content = state.src.slice(found.start, found.end);
  state.pos = found.after;
  return true;
}

function findMaths(text: string, at: number): Found | null {
  if (text.startsWith('$$', at)) return closing(text, at + 2, '$$');
  if (text[at] === '$') return dollar(text, at + 1);
  if (text.startsWith('\\(', at)) return closing(text, at + 2, '\\)');
  return null;
}

function closing(text: string, start: number, end: string): Found | null {
  // Only so far ahead: a search to the end for each of many openings would be quadratic.
  const length = text.slice(start, start + MAX_CHARACTERS).indexOf(end);
  if (length <= 0 || text.slice(start, start + length).trim() === '') return null;
  return { start, end: start + length, after: start + length + end.length };
}

// Pandoc's rule: no blank inside the dollars, no digit after them. So `$5 and $6` is money.
function dollar(text: string, start: number): Found | null {
  if (/\s/.test(text[start] ?? ' ')) return null;
  const limit = Math.min(text.length, start + MAX_CHARACTERS);
  for (let at = start; at < limit; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '$') {
      return isClosed(text, start, at) ? { start, end: at, after: at + 1 } : null;
    }
  }
  return null;
}

function isClosed(text: string, start: number, end: number): boolean {
  if (end === start || /\s/.test(text[end - 1] ?? ' ')) return false;
  const after = text[end + 1] ?? '';
  if (/\d/.test(after)) return false;
  // `5$, 6$` and `$HOME:$PATH` are not maths, `3$\sigma$` and `$n$th` are.
  const touches = WORD_CHARACTER.test(text[start - 2] ?? '') || WORD_CHARACTER.test(after);
  return !touches || SURELY_MATHS.test(text.slice(start, end));
}

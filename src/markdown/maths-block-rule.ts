import type { StateBlock } from 'markdown-it';

const FENCES = [
  ['$$', '$$'],
  ['\\[', '\\]'],
] as const;
/** `\[1\]` is a bracket that Markdown does not read, unless something in it is maths. */
const MATHS_SIGN = /[\\^_=]/;
/** Longer formulas are text that happens to begin with dollar signs. */
const MAX_LINES = 40;

/** Reads lines from `$$` to `$$`, or from `\[` to `\]`, as a formula of their own. */
export function mathsBlockRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (state.sCount[startLine] === undefined || state.sCount[startLine] - state.blkIndent >= 4)
    return false;
  const fence = FENCES.find(([open]) => lineOf(state, startLine).startsWith(open));
  if (fence === undefined) return false;
  const last = lastLine(state, startLine, endLine, fence);
  if (last === null) return false;
  const content = contentOf(state, startLine, last, fence);
  if (content === null) return false;
  if (silent) return true;
  const token = state.push('maths_block', '', 0);
  token.content = content;
  token.map = [startLine, last + 1];
  state.line = last + 1;
  return true;
}

function lineOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}

function lastLine(
  state: StateBlock,
  startLine: number,
  endLine: number,
  [open, close]: (typeof FENCES)[number],
): number | null {
  const limit = Math.min(endLine, startLine + MAX_LINES);
  for (let line = startLine; line < limit; line++) {
    const text = lineOf(state, line);
    const outside = (state.sCount[line] ?? 0) < state.blkIndent;
    if (text === '' || outside) return null;
    if (text.endsWith(close) && (line > startLine || text.length > open.length)) return line;
  }
  return null;
}

function contentOf(
  state: StateBlock,
  startLine: number,
  last: number,
  [open, close]: (typeof FENCES)[number],
): string | null {
  const lines = Array.from({ length: last - startLine + 1 }, (_, at) =>
    lineOf(state, startLine + at),
  );
  const text = lines.join('\n').slice(open.length, -close.length).trim();
  if (text === '' || text.includes(close)) return null;
  return open === '$$' || MATHS_SIGN.test(text) ? text : null;
}

import type { StateBlock } from 'markdown-it';
import { findingsOf } from './findings.js';
import { COMMENT } from './tag.js';

/** Reads a comment that has its lines to itself; one that is never closed is text. */
export function commentRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith(COMMENT, start)) return false;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const { unclosed } = findingsOf(state);
  const end = unclosed.has(COMMENT) ? -1 : state.src.indexOf('-->', start + 2);
  if (end < 0) {
    unclosed.add(COMMENT);
    return false;
  }
  const line = lineAt(state, end, startLine, endLine);
  if (line === null || state.src.slice(end + 3, state.eMarks[line]).trim() !== '') return false;
  if (!silent) state.line = line + 1;
  return true;
}

/** Returns the line that a place stands in; null where a list or a quote ends before it. */
function lineAt(
  state: StateBlock,
  place: number,
  startLine: number,
  endLine: number,
): number | null {
  for (let line = startLine; line < endLine; line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return null;
    if (place < (state.eMarks[line] ?? 0)) return line;
  }
  return null;
}

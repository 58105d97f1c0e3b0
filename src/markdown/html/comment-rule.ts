import type { StateBlock } from 'markdown-it';
import { findingsOf } from './findings.js';
import { COMMENT, readComment } from './tag.js';

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
  const comment = readComment(state.src, start, findingsOf(state).unclosed);
  if (comment === null) return false;
  const end = start + comment.source.length;
  const line = lineAt(state, end - 1, startLine, endLine);
  if (line === null || state.src.slice(end, state.eMarks[line]).trim() !== '') return false;
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

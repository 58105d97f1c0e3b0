import { addTo } from '../../model/groups.js';

/** A stretch of inline code or a comment within a paragraph; offsets into its text. */
export interface CodeSpan {
  readonly start: number;
  readonly end: number;
}

const MARK = /\\[^\n]|`+|<!--/g;

/**
 * Finds the code spans (CommonMark: a run of backticks up to the next run of
 * the same length) and HTML comments of a paragraph, in linear time.
 */
export function codeSpans(text: string): CodeSpan[] {
  if (!text.includes('`') && !text.includes('<!--')) return [];
  const runs = backtickRuns(text);
  const lastComment = text.lastIndexOf('-->');
  const spans: CodeSpan[] = [];
  MARK.lastIndex = 0;
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const start = match.index;
    const end =
      match[0] === '<!--' ? commentEnd(text, start, lastComment) : codeEnd(match[0], start, runs);
    if (end === null) continue;
    spans.push({ start, end });
    MARK.lastIndex = end;
  }
  return spans;
}

/** Looks only where a comment can end, or many open ones would each read to the end. */
function commentEnd(text: string, start: number, lastComment: number): number | null {
  return start + 4 > lastComment ? null : text.indexOf('-->', start + 4) + 3;
}

function codeEnd(mark: string, start: number, runs: ReadonlyMap<number, number[]>): number | null {
  if (mark.startsWith('\\')) return null;
  // Runs are kept last first, so that those behind the reader fall off the end.
  const same = runs.get(mark.length) ?? [];
  while ((same.at(-1) ?? Number.POSITIVE_INFINITY) <= start) same.pop();
  const close = same.at(-1);
  return close === undefined ? null : close + mark.length;
}

function backtickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const match of text.matchAll(/`+/g)) {
    addTo(runs, match[0].length, match.index);
  }
  for (const same of runs.values()) same.reverse();
  return runs;
}

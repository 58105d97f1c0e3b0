import { type Passage, startOf } from '../text/passage.js';
import type { Report } from '../text/report.js';

/** Reports a displayed formula that an answer begins, on a line of its own, and never ends. */
export function reportOpenMaths(answer: Passage, report: Report): void {
  if (!answer.text.includes('$$')) return;
  let open: number | null = null;
  let fence = '';
  for (const [index, line] of answer.text.split('\n').entries()) {
    const mark = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence)) fence = '';
    } else if (mark !== undefined && open === null) fence = mark;
    else open = afterLine(line, index, open);
  }
  if (open === null) return;
  const at = { line: startOf(answer).line + open, column: 1 };
  report('unclosed-maths', at, 'nothing closes this formula: add a line $$ behind it');
}

/** The line at which a formula is open behind this one; null for none. */
function afterLine(line: string, index: number, open: number | null): number | null {
  if (open === null && !/^[ \t>]*\$\$/.test(line)) return null;
  const marks = line.replaceAll(/\\\$|`[^`]*`/g, '').match(/\$\$/g)?.length ?? 0;
  if (marks % 2 === 0) return open;
  return open === null ? index : null;
}

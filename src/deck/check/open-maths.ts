import { FenceReader } from '../text/lines.js';
import { type Passage, startOf } from '../text/passage.js';
import type { Report } from '../text/report.js';

/** Reports a displayed formula that an answer begins, on a line of its own, and never ends. */
export function reportOpenMaths(answer: Passage, report: Report): void {
  if (!answer.text.includes('$$')) return;
  let open: number | null = null;
  const fences = new FenceReader();
  for (const [index, line] of answer.text.split('\n').entries()) {
    // Within a formula three backticks are no code.
    if (open !== null || !fences.isCode(line)) open = afterLine(line, index, open);
  }
  if (open === null) return;
  const at = { line: startOf(answer).line + open, column: 1 };
  report('unclosed-maths', at, 'this formula is not closed: add a line $$ after it');
}

/** The line at which a formula is open behind this one; null for none. */
function afterLine(line: string, index: number, open: number | null): number | null {
  if (open === null && !/^[ \t>]*\$\$/.test(line)) return null;
  const marks = line.replaceAll(/\\\$|`[^`]*`/g, '').match(/\$\$/g)?.length ?? 0;
  if (marks % 2 === 0) return open;
  return open === null ? index : null;
}

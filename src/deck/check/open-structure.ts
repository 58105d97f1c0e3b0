import { counted, isOrAre } from '../../model/text/counted.js';
import type { Outline } from '../read/outline.js';
import type { BlockStructure } from '../text/blocks.js';
import type { Report } from '../text/report.js';
import { positionAt } from '../text/source.js';

const QUESTION =
  /^[ \t>]*(?:[-*+][ \t]+)?(?:\*\*|__)(?:Q|Question)(?: ?\d{1,3})?(?::(?:\*\*|__)|(?:\*\*|__):)[ \t]*(.*)$/i;
const STAR_HEADING = /^ {0,3}#{1,6}[ \t].*[★☆⭐]/u;
/** Questions that a finding names. */
const MAX_NAMED = 3;
const MAX_NAME = 60;

/** Reports what is opened and never closed, and which cards are lost by that. */
export function reportOpenStructure(
  outline: Outline,
  structure: BlockStructure,
  report: Report,
): void {
  const { source } = outline;
  const at = (offset: number) => positionAt(source, offset);
  for (const { start, end, close } of structure.openHtml) {
    const lost = lostCards(source.text.slice(start, end), at(start).line);
    const isComment = close === '-->';
    report(
      isComment ? 'unclosed-comment' : 'unclosed-html',
      at(start),
      `this ${isComment ? 'comment' : 'HTML'} is not closed: add ${close} after it${lost}`,
    );
  }
  for (const { start, end } of structure.openFences) {
    const lost = lostCards(source.text.slice(start, end), at(start).line);
    const message = `this code fence is not closed: add a line with the same marks after the code${lost}`;
    report('unclosed-fence', at(start), message);
  }
  for (const offset of outline.openDetails) {
    const message = 'this <details> is not closed: add </details> after the answer';
    report('unclosed-details', at(offset), message);
  }
}

/** Names the cards that a text has taken in, by question and line; empty where there is none. */
function lostCards(text: string, firstLine: number): string {
  const lines = text.split('\n');
  const asked = lines.flatMap((line, index) => {
    const question = QUESTION.exec(line)?.[1];
    return question === undefined ? [] : [{ name: question, line: firstLine + index }];
  });
  const headed = lines.flatMap((line, index) =>
    STAR_HEADING.test(line) ? [{ name: line.trim(), line: firstLine + index }] : [],
  );
  const cards = asked.length > 0 ? asked : headed;
  if (cards.length === 0) return '';
  const named = cards
    .slice(0, MAX_NAMED)
    .map(({ name, line }) => `"${name.slice(0, MAX_NAME).trim()}" (line ${line})`);
  const more = cards.length > MAX_NAMED ? ` and ${cards.length - MAX_NAMED} more` : '';
  const count = `${counted(cards.length, 'card')} ${isOrAre(cards.length)}`;
  return `; ${count} lost in it: ${named.join(', ')}${more}`;
}

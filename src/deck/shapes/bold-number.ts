import { counted } from '../../model/text/counted.js';
import type { Anchor } from './page/layout.js';
import type { Page } from './page/page.js';
import type { Shape } from './shape.js';
import { unitsBelow } from './unit/units.js';

const NUMBERED = /^(?:\*\*|__)\s*(?:Q\.?\s?)?(\d{1,4})\s?[).:]\s*(?:\*\*|__)?\s*(\S[\s\S]*)$/;
const MIN_ITEMS = 2;

/** `**n)** text`: the question runs on to the first code, which begins the answer. */
export const boldNumber: Shape = {
  name: 'bold-number',
  summary: 'a bold number begins the question, the first code block the answer',
  example: '**1)** Print the numbers from 1 to 3.\n\n```python\nprint(1, 2, 3)\n```',
  vote(page) {
    const anchors = findAnchors(page);
    const first = anchors[0];
    if (first === undefined) return null;
    const withCode = anchors.filter((anchor, index) => {
      const to = anchors[index + 1]?.line ?? page.lines.length;
      return page.leavesWithin(anchor.end, to).some(({ kind }) => kind === 'fence');
    }).length;
    const codeAnswers = withCode * 2 > anchors.length;
    return {
      confidence: (anchors.length >= MIN_ITEMS ? 0.96 : 0.5) * (codeAnswers ? 1 : 0.7),
      why: `${counted(anchors.length, 'paragraph')} with a bold number first, ${withCode} of them with code below`,
      line: first.line,
      read: () => unitsBelow(page, anchors, { isNumbered: true, codeAnswers }),
    };
  },
};

/** The whole paragraph belongs to the question. */
function findAnchors(page: Page): Anchor[] {
  const anchors: Anchor[] = [];
  for (const { kind, depth, quoted, line, end, content } of page.leaves) {
    if (kind !== 'paragraph' || depth > 0 || quoted || !NUMBERED.test(content)) continue;
    if (!page.isFolded(line)) anchors.push({ line, end, text: content });
  }
  return anchors;
}

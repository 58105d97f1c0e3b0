import { counted } from '../../model/text/counted.js';
import { joinTexts } from '../text/passage.js';
import { lineStart } from '../text/source.js';
import { groupsAbove, plainTitle } from './page/groups.js';
import type { Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { cut } from './unit/text.js';
import { pathFinder } from './unit/units.js';

/** `##` is the front, `***` divides it from the back, `#` ends it. */
export const flashcardMd: Shape = {
  name: 'flashcard-md',
  summary: 'a heading ## is the front, *** divides it from the back',
  example:
    '# Inference\n\n## KV cache\n\nWhat is kept, and why?\n\n***\n\nKeys and values, for the next token.',
  vote(page) {
    const fronts = page.leaves.filter(
      ({ kind, level, depth }) => kind === 'heading' && level === 2 && depth === 0,
    );
    const first = fronts[0];
    if (first === undefined) return null;
    const dividers = page.leaves.filter(
      ({ kind, line }) => kind === 'rule' && isDivider(page, line),
    ).length;
    return {
      confidence: dividers > 0 ? (dividers * 3 >= fronts.length ? 0.93 : 0.6) : 0,
      besideOthers: 0.75,
      why: `${counted(fronts.length, 'heading')} ##, ${counted(dividers, 'line')} ***`,
      line: first.line,
      read: () =>
        readFronts(
          page,
          fronts.map(({ line, end }) => ({ line, end })),
        ),
    };
  },
};

const isDivider = (page: Page, line: number) =>
  page.lines[line]?.startsWith('***') === true &&
  page.lines[line]?.trimEnd() === '***' &&
  page.leafAt(line)?.kind === 'rule';

function readFronts(page: Page, fronts: readonly { line: number; end: number }[]): Unit[] {
  const chapters = groupsAbove(page, [], 1);
  const pathAt = pathFinder(chapters);
  return fronts.map(({ line, end }, index): Unit => {
    const chapter = chapters.find((each) => each.line > line)?.line ?? page.lines.length;
    const to = Math.min(chapter, fronts[index + 1]?.line ?? page.lines.length);
    const text = (from: number, behind: number) =>
      cut(page, lineStart(page.source, from), lineStart(page.source, behind));
    const divider = page.leavesWithin(end, to).find((leaf) => isDivider(page, leaf.line))?.line;
    const title = plainTitle(page.leafAt(line)?.content ?? '');
    const front = divider === undefined ? '' : text(end, divider);
    return {
      line,
      question: joinTexts([title, front]),
      answer: text(divider === undefined ? end : divider + 1, to),
      stars: null,
      companies: [],
      path: pathAt(line),
    };
  });
}

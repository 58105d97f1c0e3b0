import { counted } from '../../model/text/counted.js';
import type { Leaf } from '../text/leaves.js';
import type { Anchor } from './page/layout.js';
import type { Page } from './page/page.js';
import type { Shape } from './shape.js';
import { unitsBelow } from './unit/units.js';
import { asks } from './words/asks.js';
import { prefixOf } from './words/prefix.js';

const MARKED = /[?？][*_)\s]*(?:\s#(?:flash)?cards?\S{0,40}\s*)?$/i;
const MAX_QUESTION = 300;
const MIN_QUESTIONS = 3;
/** Of the texts between headings so many must ask: in prose few do. */
const MIN_SHARE = 0.4;

/** Plain text: a line that asks, and below it the answer, up to the next line that asks. */
export const paragraph: Shape = {
  name: 'paragraph',
  atMost: 0.6,
  summary: 'plain text: a line that ends in ? and below it the answer',
  example: 'What is kept in a KV cache?\nKeys and values of the tokens so far.',
  vote(page) {
    const texts = page.leaves.filter((leaf) => isText(page, leaf));
    const anchors = texts.flatMap((leaf) => anchorOf(page, leaf));
    const first = anchors[0];
    if (first === undefined) return null;
    const before = texts.filter(({ line }) => line < first.line).length;
    const folded = anchors.filter((anchor, index) =>
      isFolded(page, anchor, anchors[index + 1]),
    ).length;
    const hasFolds = folded >= 2 && folded > anchors.length / 2;
    const share = anchors.length / texts.length;
    const isEnough = anchors.length >= MIN_QUESTIONS || (anchors.length === 2 && share === 1);
    const isMain = before <= 1 && share >= MIN_SHARE && isEnough;
    return {
      confidence: isMain || hasFolds ? 0.6 : share * 0.3,
      besideOthers: share >= MIN_SHARE ? 0.75 : 0,
      why: `${anchors.length} of ${counted(texts.length, 'text')} begin with a line that asks`,
      line: first.line,
      read: () => unitsBelow(page, anchors, { isNumbered: true }),
    };
  },
};

const isText = (page: Page, { kind, depth, quoted, line }: Leaf) =>
  kind === 'paragraph' &&
  depth === 0 &&
  !quoted &&
  !page.isFolded(line) &&
  !page.isNavigation(line);

/** The question that a paragraph begins with; it may be all of it. */
function anchorOf(page: Page, { line, end, content }: Leaf): Anchor[] {
  if (MARKED.test(content) && content.length < MAX_QUESTION) {
    return [{ line, end, text: content.replaceAll('\n', ' ') }];
  }
  const text = page.lines[line] ?? '';
  const prefix = prefixOf(text);
  const isTask = prefix !== null && asks(prefix.rest) && text.length < MAX_QUESTION;
  return MARKED.test(text) || isTask ? [{ line, end: line + 1, text }] : [];
}

/** Is there an answer folded away between a question and the next? */
function isFolded(page: Page, { end }: Anchor, next: Anchor | undefined): boolean {
  const folds = page.folds.within(end, next?.line ?? page.lines.length);
  return folds.some((fold) => page.folds.isAnswer(fold));
}

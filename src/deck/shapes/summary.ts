import { counted } from '../../model/text/counted.js';
import { percent } from '../../model/text/figures.js';
import { lineAt } from '../text/source.js';
import type { DetailsFold } from './page/folds.js';
import { groupsAbove } from './page/groups.js';
import type { Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { finishedAnswer } from './unit/body.js';
import { takeComments } from './unit/comment-marks.js';
import { cut, unframed } from './unit/text.js';
import { pathFinder } from './unit/units.js';
import { starScale, takeStars } from './words/difficulty.js';
import { prefixOf } from './words/prefix.js';

const MIN_FOLDS = 2;

/** The question is the summary of a fold, the answer is in the fold. */
export const summary: Shape = {
  name: 'summary',
  summary: 'folds: the summary is the question, the answer is inside',
  example:
    '<details>\n<summary>What is a KV cache?</summary>\n\nKeys and values of the tokens so far.\n\n</details>',
  vote(page) {
    const folds = page.folds.all.filter(({ depth, label }) => depth === 0 && label !== '');
    const asking = folds.filter((fold) => !page.folds.isAnswer(fold));
    const first = asking[0];
    if (first === undefined) return null;
    const distinct = new Set(asking.map(({ label }) => label)).size / folds.length;
    const confidence = distinct > 0.5 ? 0.45 + distinct * 0.5 : distinct * 0.6;
    return {
      confidence: asking.length >= MIN_FOLDS ? confidence : confidence * 0.5,
      why: `${counted(folds.length, 'fold')}, ${percent(distinct)} with a summary of their own`,
      line: first.line,
      read: () => readFolds(page, asking),
    };
  },
};

/** A summary without the tags that only make it large, and without emphasis that it begins with. */
function untagged(text: string): string {
  const flat = text.replaceAll(/<\/?h[1-6](?:\s[^<>]{0,200})?>/gi, '').trim();
  return /^<(?:b|strong|i|em)>/i.test(flat)
    ? flat.replaceAll(/<\/?(?:b|strong|i|em)>/gi, '')
    : flat;
}

function readFolds(page: Page, folds: readonly DetailsFold[]): Unit[] {
  const pathAt = pathFinder(groupsAbove(page, [], 6));
  const scale = starScale(folds.map(({ summary: text }) => text));
  const asking = folds.map(({ summary: text }) => unframed(untagged(text)));
  const isNumbered = asking.filter((text) => prefixOf(text) !== null).length * 2 > folds.length;
  return folds.map((fold, index) => {
    const text = asking[index] ?? '';
    const own = isNumbered ? (prefixOf(text)?.rest ?? text) : text;
    const bare = takeComments(own);
    const asked = takeStars(bare.text, scale);
    const line = lineAt(page.source, fold.start);
    return {
      line,
      question: asked.text.trim(),
      answer: finishedAnswer(cut(page, fold.bodyStart, fold.bodyEnd)),
      stars: asked.stars ?? bare.stars,
      companies: [],
      path: pathAt(line),
    };
  });
}

import { counted } from '../../model/text/counted.js';
import type { Leaf } from '../text/leaves.js';
import { lineStart } from '../text/source.js';
import { asks } from './asks.js';
import { finishedAnswer } from './body.js';
import { starScale } from './difficulty.js';
import { groupsAbove } from './groups.js';
import type { Page } from './page.js';
import { prefixOf } from './prefix.js';
import type { Shape, Unit } from './shape.js';
import { cut } from './text.js';
import { titleOf } from './title.js';
import { pathFinder } from './units.js';

const BULLET = /^(?:[-*+]|\d{1,4}[.)])$/;
const BOLD = /^(\*\*|__)(?=\S)((?:(?!\1)[\s\S])*\S)\1[ \t]*(?:[-–—:]+[ \t]*)?([\s\S]*)$/;
const LINK_ALONE = /^\[(?:[^[\]\n]|\[[^[\]\n]{0,100}\]){0,500}\]\([^\n]{0,1000}\)[^\p{L}\p{N}]*$/u;
const QUESTION_LINE = /^[^\n]*[?？][*_)\s]*\n/;
const MIN_ITEMS = 3;

/** An item of the outermost lists: its first paragraph, and where it ends. */
interface Item {
  readonly leaf: Leaf;
  /** The line behind all of it. */
  readonly end: number;
  /** Its bold beginning; null where it has none. */
  readonly bold: string | null;
  /** What stands behind the bold beginning. */
  readonly tail: string;
  readonly asks: boolean;
  readonly isLink: boolean;
}

/** Bullets: bold ones with nested bullets as the answer, or plain ones that ask. */
export const bullets: Shape = {
  name: 'bullets',
  mayBeBare: true,
  atMost: 0.86,
  summary: 'bullets: a bold one, or one that asks, is the question; what is nested the answer',
  example:
    '* **What is a KV cache?**\n  * Keys and values of the tokens so far.\n  * Kept for the next token.',
  vote(page) {
    const items = topItems(page);
    const links = items.filter(({ isLink }) => isLink).length;
    const own = items.filter(({ isLink }) => !isLink);
    const bold = own.filter((item) => item.bold !== null && item.bold !== '');
    const boldAsking = bold.filter((item) => item.asks).length;
    const asking = own.filter((item) => item.asks);
    const first = own[0];
    if (first === undefined) return null;
    const isBold = bold.length * 2 > own.length && boldAsking * 2 > bold.length;
    const questions = isBold ? bold : asking;
    const share = questions.length / items.length;
    const sure = share > 0.5 ? 0.4 + share * 0.45 : share * 0.8;
    const what = isBold ? 'bold' : 'plain';
    return {
      confidence: questions.length >= MIN_ITEMS ? sure : sure * 0.6,
      why: `${counted(items.length, 'bullet')}, ${questions.length} of them ${what} ones that ask, ${counted(links, 'link')} alone`,
      line: questions[0]?.leaf.line ?? first.leaf.line,
      read: () => readItems(page, isBold ? bold : own, isBold),
    };
  },
};

function topItems(page: Page): Item[] {
  const starts = page.leaves.filter(
    (leaf) =>
      leaf.depth === 1 &&
      leaf.kind === 'paragraph' &&
      leaf.marker !== '' &&
      BULLET.test(leaf.marker) &&
      !leaf.quoted &&
      !page.isFolded(leaf.line),
  );
  const ends = endLines(page, starts);
  let next = 0;
  return starts.map((leaf, index): Item => {
    while ((ends[next] ?? Number.POSITIVE_INFINITY) <= leaf.line) next++;
    const limit = Math.min(
      starts[index + 1]?.line ?? page.lines.length,
      ends[next] ?? page.lines.length,
    );
    const found = /^(?:\*\*|__)/.test(leaf.content) ? BOLD.exec(leaf.content) : null;
    const text = found?.[2] ?? leaf.content.split('\n', 1)[0] ?? '';
    return {
      leaf,
      end: limit,
      bold: found?.[2] ?? null,
      tail: found?.[3] ?? '',
      asks: asks(prefixOf(text)?.rest ?? text),
      isLink: leaf.content.startsWith('[') && LINK_ALONE.test(leaf.content),
    };
  });
}

/**
 * Where a list ends: at any block outside it. Where most items are followed by
 * blocks that were not indented, these are their answers, and headings end them.
 */
function endLines(page: Page, starts: readonly Leaf[]): number[] {
  const outside = page.leaves.filter(({ depth }) => depth === 0);
  const loose = starts.filter(({ line, end }, index) => {
    const to = starts[index + 1]?.line ?? page.lines.length;
    const inside = page.leavesWithin(end, to).find(({ kind }) => kind !== 'comment');
    return inside !== undefined && inside.depth === 0 && inside.kind !== 'heading' && line < to;
  });
  const isLoose = loose.length * 2 > starts.length;
  return outside
    .filter(({ kind }) => !isLoose || kind === 'heading' || kind === 'rule')
    .map(({ line }) => line);
}

function readItems(page: Page, items: readonly Item[], isBold: boolean): Unit[] {
  const scale = starScale(items.map(({ leaf }) => leaf.content));
  const pathAt = pathFinder(groupsAbove(page, [], 6));
  const nested = items.filter(
    ({ leaf, end }) => QUESTION_LINE.test(leaf.content) || hasBelow(page, leaf.end, end),
  ).length;
  // Where few have something nested, it goes on asking.
  const answersBelow = !page.isBare && (isBold || nested * 2 > items.length);
  return items.map(({ leaf, end, bold, tail }): Unit => {
    // A question mark at the end of a line ends the question.
    const own = QUESTION_LINE.test(leaf.content) ? 1 : leaf.end - leaf.line;
    const asked = leaf.content.split('\n').slice(0, own).join('\n');
    const title = titleOf(bold ?? asked, scale, true);
    const behind = bold === null ? leaf.line + own : leaf.end;
    const below = cut(page, lineStart(page.source, behind), lineStart(page.source, end));
    const answer = answersBelow
      ? [tail.trim(), below].filter((text) => text !== '').join('\n\n')
      : '';
    const more = answersBelow || below === '' ? '' : `\n\n${below}`;
    return {
      line: leaf.line,
      question: `${title.text}${more}`,
      answer: finishedAnswer(answer),
      stars: title.stars,
      companies: title.companies,
      path: pathAt(leaf.line),
    };
  });
}

const hasBelow = (page: Page, from: number, to: number) => page.leavesWithin(from, to).length > 0;

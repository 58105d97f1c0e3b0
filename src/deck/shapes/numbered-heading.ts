import { counted } from '../../model/text/counted.js';
import type { Anchor } from './page/layout.js';
import type { Page } from './page/page.js';
import type { Shape, Unit } from './shape.js';
import { unitsBelow } from './unit/units.js';
import { prefixOf } from './words/prefix.js';

const QUESTION = /^[ \t]*(\d{1,5})[.)][ \t]+(?:#{1,6}[ \t]+)(\S.*)$/;
const MIN_ITEMS = 2;

/** A numbered item holds the question as a heading: `7. ### What is …?` */
export const numberedHeading: Shape = {
  name: 'numbered-heading',
  summary: 'numbered items, each with a heading as its question',
  example: '1. ### What is a KV cache?\n\n   Keys and values of the tokens so far.',
  vote(page) {
    const anchors = findAnchors(page);
    const first = anchors[0];
    if (first === undefined) return null;
    const confidence = anchors.length >= MIN_ITEMS ? 0.97 : 0.6;
    return {
      confidence,
      why: `${counted(anchors.length, 'numbered item')} with a heading`,
      line: first.line,
      read: () => readItems(page, anchors),
    };
  },
};

function readItems(page: Page, anchors: readonly Anchor[]): Unit[] {
  const exercises = foldedHeadings(page, anchors);
  const stops = exercises.map(({ line }) => line);
  const items = unitsBelow(page, anchors, { isNumbered: false, deepest: 2, stops });
  if (exercises.length === 0) return items;
  const below = { isNumbered: true, stops: anchors.map(({ line }) => line) };
  return [...items, ...unitsBelow(page, exercises, below)].sort((a, b) => a.line - b.line);
}

const MIN_EXERCISES = 2;

/** Numbered headings of one level, each with an answer folded away below: exercises beside the items. */
function foldedHeadings(page: Page, items: readonly Anchor[]): Anchor[] {
  if (page.folds.all.length < MIN_EXERCISES) return [];
  const taken = new Set(items.map(({ line }) => line));
  const numbered = page.leaves.filter(
    ({ kind, depth, quoted, line, content }) =>
      kind === 'heading' &&
      depth === 0 &&
      !quoted &&
      !taken.has(line) &&
      !page.isFolded(line) &&
      prefixOf(content) !== null,
  );
  const folded = numbered.filter(({ line }, index) => {
    const to = numbered[index + 1]?.line ?? page.lines.length;
    return page.folds.within(line, to).some((fold) => page.folds.isAnswer(fold));
  });
  const own = folded.filter(({ level }) => level === folded[0]?.level);
  return own.length < MIN_EXERCISES
    ? []
    : own.map(({ line, end, content }) => ({ line, end, text: content }));
}

/**
 * Where the indentation is wrong such a line is a paragraph's or stands as code
 * to a parser; as the next number of the list it is a question all the same.
 */
function findAnchors(page: Page): Anchor[] {
  const anchors: Anchor[] = [];
  let number = 0;
  for (const leaf of page.leaves) {
    if (leaf.kind === 'fence' || leaf.kind === 'comment' || leaf.kind === 'rule' || leaf.quoted)
      continue;
    for (let line = leaf.line; line < leaf.end; line++) {
      const found = QUESTION.exec(page.lines[line] ?? '');
      if (found === null) continue;
      if (leaf.kind === 'code' && Number(found[1]) !== number + 1) continue;
      number = Number(found[1]);
      anchors.push({ line, end: line + 1, text: found[2] ?? '' });
    }
  }
  return anchors;
}

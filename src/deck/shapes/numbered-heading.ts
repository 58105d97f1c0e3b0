import { counted } from '../../model/text/counted.js';
import type { Anchor } from './layout.js';
import type { Page } from './page.js';
import type { Shape } from './shape.js';
import { unitsBelow } from './units.js';

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
      read: () => unitsBelow(page, anchors, { isNumbered: false, deepest: 2 }),
    };
  },
};

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

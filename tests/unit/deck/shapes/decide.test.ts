import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHAPES, votesOn } from '../../../../src/deck/shapes/decide.js';
import { NOTHING_AROUND, pageOf } from '../../../../src/deck/shapes/page/page.js';

/** Pieces of every shape and of none, in any order. */
const piece = fc.oneof(
  fc.constantFrom(...SHAPES.map(({ example }) => example)),
  fc.constantFrom('# What?', '- a\n- What is b?\n  - x', 'What is it?\nThis.', '---', 'Text.', ''),
  fc.constantFrom('## 1. Why?', '**Why?**', 'a\n\n---\n\nWhy?\n\nx', '* **What?**\n  * y', 'Q: a?'),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('\n\n'));
const name = fc.constantFrom(null, ...SHAPES.map((shape) => shape.name));

test('who cannot be the likeliest is not asked, and nothing is decided otherwise for that', () => {
  fc.assert(
    fc.property(text, name, name, (written, named, prevailing) => {
      const page = pageOf(written, { ...NOTHING_AROUND, prevailing }, false);
      const all = SHAPES.flatMap((shape) => {
        const ballot = shape.vote(page);
        if (ballot === null) return [];
        expect(ballot.confidence).toBeLessThanOrEqual(shape.atMost ?? 1);
        const beside = shape.name === prevailing ? (ballot.besideOthers ?? 0) : 0;
        return [{ name: shape.name, confidence: Math.max(ballot.confidence, beside) }];
      });
      const likeliest = [...all].sort((a, b) => b.confidence - a.confidence)[0];
      const votes = votesOn(page, named);
      const [first] = votes;
      expect(first && { name: first.shape.name, confidence: first.ballot.confidence }).toEqual(
        likeliest,
      );
      const isThere = all.some((each) => each.name === named);
      expect(votes.some(({ shape }) => shape.name === named)).toBe(isThere);
    }),
    { numRuns: 400 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, lineStarts, placeOf, rewrite } from '../../../../src/deck/salvage/rewrite.js';

describe('rewrite', () => {
  it('replaces, inserts and deletes', () => {
    const edits = [
      { at: 0, length: 1, text: 'A' },
      { at: 2, length: 0, text: '--' },
      { at: 3, length: 2, text: '' },
    ];
    expect(rewrite('abcdef', edits).text).toBe('Ab--cf');
  });

  it('maps every kept character back to where it stood', () => {
    const edits = fc
      .array(fc.tuple(fc.nat(5), fc.nat(3), fc.string({ maxLength: 4 })), { maxLength: 6 })
      .map(toEdits);
    fc.assert(
      fc.property(edits, (list) => {
        const text = Array.from({ length: 80 }, (_, index) =>
          String.fromCharCode(0x4e00 + index),
        ).join('');
        const after = rewrite(text, list);
        const removed = new Set(
          list.flatMap(({ at, length }) => Array.from({ length }, (_, index) => at + index)),
        );
        for (const [offset, character] of [...text].entries()) {
          if (removed.has(offset)) continue;
          expect(after.originalOffset(after.text.indexOf(character))).toBe(offset);
        }
      }),
    );
  });

  it('maps a place within a replacement into what was replaced', () => {
    const { originalOffset } = rewrite('ab  cd', [{ at: 2, length: 2, text: '\n\n\n\n\n' }]);
    expect([2, 3, 4, 6, 7, 8].map(originalOffset)).toEqual([2, 3, 4, 4, 4, 5]);
  });
});

function toEdits(steps: [number, number, string][]): Edit[] {
  let at = 0;
  return steps.map(([gap, length, text]) => {
    const edit = { at: at + gap, length, text };
    at = edit.at + length + 1;
    return edit;
  });
}

describe('places', () => {
  it.each(['ab\ncd\n\ne', 'ab\r\ncd\r\n\r\ne', 'ab\rcd\r\re'])('counts the lines of %j', (text) => {
    const starts = lineStarts(text);
    expect(starts).toHaveLength(4);
    expect(placeOf(starts, 0)).toEqual({ line: 1, column: 1 });
    expect(placeOf(starts, text.indexOf('d'))).toEqual({ line: 2, column: 2 });
    expect(placeOf(starts, text.indexOf('e'))).toEqual({ line: 4, column: 1 });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLines } from '../../../../src/deck/edit/line-diff.js';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });

test('both texts can be told from what came of them, and their lines have their numbers', () => {
  fc.assert(
    fc.property(lines, lines, (old, fresh) => {
      const changes = compareLines(old, fresh);
      const before = changes.filter(({ kind }) => kind !== 'fresh');
      const after = changes.filter(({ kind }) => kind !== 'gone');
      expect(before.map(({ text }) => text)).toEqual(old);
      expect(after.map(({ text }) => text)).toEqual(fresh);
      expect(before.map(({ oldLine }) => oldLine)).toEqual(old.map((_, at) => at + 1));
      expect(after.map(({ newLine }) => newLine)).toEqual(fresh.map((_, at) => at + 1));
    }),
  );
});

test('as few lines as can be are changed', () => {
  fc.assert(
    fc.property(lines, lines, (old, fresh) => {
      const same = compareLines(old, fresh).filter(({ kind }) => kind === 'same').length;
      expect(same).toBe(longestCommon(old, fresh));
    }),
  );
});

/** Length of the longest common subsequence, by the table that everybody knows. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0);
  for (const x of a) {
    const next: number[] = [];
    b.forEach((y, at) => {
      const diagonal = at === 0 ? 0 : (row[at - 1] ?? 0);
      next.push(x === y ? diagonal + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

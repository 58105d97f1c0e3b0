import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../../../src/deck/shapes/decide.js';
import { NOTHING_AROUND, type Page, pageOf } from '../../../../src/deck/shapes/page/page.js';

/** A page that counts how often its lines and blocks are looked at. */
function counted(page: Page): { page: Page; steps: () => number } {
  let steps = 0;
  const watched = <Item extends object | string>(items: readonly Item[]) =>
    new Proxy(items as Item[], {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) steps++;
        return Reflect.get(target, key, receiver);
      },
    });
  const watching: Page = {
    ...page,
    contents: page.contents,
    lines: watched(page.lines),
    leaves: watched(page.leaves),
    leafAt(line) {
      steps++;
      return page.leafAt(line);
    },
    leavesWithin(from, to) {
      const found = page.leavesWithin(from, to);
      steps += found.length;
      return found;
    },
  };
  return { page: watching, steps: () => steps };
}

const HOSTILE = [
  ...SHAPES.map(({ name, example }) => [name, `${example}\n\n`] as const),
  ['headings', '# What?\n\n'],
  ['headings of all levels', '# a?\n## b?\n### c?\n#### d?\n\n'],
  ['open folds', '<details><summary>a</summary>\n\n'],
  ['open quotes in a table', 'question,answer\n"a\n'],
  ['bullets', '* a?\n  * b?\n'],
  ['rules', 'a\n\n---\n\n'],
  ['links to the top', '[top](#top)\n\n'],
  ['labels', '## a?\n\n**Answer:** x\n\n'],
  ['gaps', '==a== {{b}} **c** ::\n\n'],
  ['numbers within a paragraph', '1. a\n\nx\n2. a\n3. b\n\n'],
  ['notes of Anki', '#separator:tab\n"a\tb\n'],
] as const;

const stepsFor = (text: string) => {
  const { page, steps } = counted(pageOf(text, NOTHING_AROUND, false));
  for (const shape of SHAPES) shape.vote(page)?.read();
  return steps();
};

describe('votes and readings take steps in proportion to the file', () => {
  test.each(HOSTILE)('%s', (_name, piece) => {
    const some = stepsFor(piece.repeat(200));
    const twice = stepsFor(piece.repeat(400));
    expect(some).toBeGreaterThan(0);
    expect(twice / some).toBeLessThan(2.3);
  });
});

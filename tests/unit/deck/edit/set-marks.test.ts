import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saysAll, sourceCards } from '../../../../src/app/edit/source-cards.js';
import { cardRanges } from '../../../../src/deck/edit/card-ranges.js';
import { compareLines } from '../../../../src/deck/edit/line-diff.js';
import {
  insertLines,
  removeLines,
  replaceLines,
  splitLines,
} from '../../../../src/deck/edit/lines.js';
import { type Marks, setMarks } from '../../../../src/deck/edit/set-marks.js';
import { writeModule } from '../../../../src/deck/write/module.js';
import { modules } from '../deck-arbitraries.js';

const ends = fc.constantFrom('\n', '\r\n', '\r');
const names = fc.uniqueArray(fc.constantFrom('Acme', 'Ü & Co', 'a_b', '(x)', 'c,d'), {
  maxLength: 3,
});
const marks: fc.Arbitrary<Marks> = fc.record(
  { stars: fc.constantFrom(1 as const, 2 as const, 3 as const), companies: names, tags: names },
  { requiredKeys: [] },
);

/** Sets marks on the card that begins with a heading, and gives the heading then. */
function headingWith(heading: string, change: Marks): string {
  const lines = splitLines(`${heading}\n\n**Q:** Why?\n\n**A:** So.\n`);
  return (setMarks(lines, { line: 1, from: 1, to: 5 }, change)[0] ?? '').trimEnd();
}

describe('marks of a card', () => {
  test('are set in any module, and no other line is touched', () => {
    let read = 0;
    let tried = 0;
    fc.assert(
      fc.property(modules, ends, fc.nat(), marks, (module, end, pick, change) => {
        const text = writeModule(module).replaceAll('\n', end);
        const cards = sourceCards('a.md', text);
        fc.pre(cards.length > 0);
        const at = pick % cards.length;
        const there = cards[at];
        fc.pre(there?.range != null && /^### /.test(splitLines(text)[there.range.from - 1] ?? ''));
        const before = splitLines(text);
        const after = setMarks(before, there?.range ?? { line: 1, from: 1, to: 1 }, change);
        const wanted = cards.map(({ card }) => card);
        wanted[at] = { ...(wanted[at] ?? wanted[0]), ...change } as (typeof wanted)[number];
        // Text that closes nothing can swallow a mark: whoever sets it looks, and lays it over the file.
        tried++;
        if (saysAll(sourceCards('a.md', after.join('')), wanted)) read++;
        const changed = compareLines(before, after).filter(({ kind }) => kind !== 'same');
        for (const line of changed) expect(line.text).toMatch(/^(### |<!-- tags: |\s*$)/);
        expect(changed.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 200 },
    );
    expect(read / tried).toBeGreaterThan(0.9);
  });

  test.each<[string, Marks, string]>([
    ['### ★★☆ _(Google)_', { stars: 3 }, '### ★★★ _(Google)_'],
    ['### ⭐⭐ What?', { stars: 1 }, '### ⭐ What?'],
    ['## hard (Meta, Netflix)', { stars: 1 }, '## easy (Meta, Netflix)'],
    ['## HARD (Meta)', { companies: ['Acme'] }, '## HARD _(Acme)_'],
    ['### Medium: What is it?', { stars: 3 }, '### Hard: What is it?'],
    ['### ** _(A)_', { stars: 3 }, '### ★★★ _(A)_'],
    ['### What is it?', { stars: 1 }, '### ★☆☆ What is it?'],
    ['### ★★☆', { companies: ['A', 'B'] }, '### ★★☆ _(A, B)_'],
    ['### ★★☆ _(A)_', { companies: [] }, '### ★★☆'],
    ['### ★★☆ _(A)_ <!-- id: x -->', { companies: ['B'] }, '### ★★☆ _(B)_ <!-- id: x -->'],
    ['### ★★☆ <!-- id: x -->', { companies: ['B'] }, '### ★★☆ _(B)_ <!-- id: x -->'],
  ])('in "%s" are set as it has them: %j', (heading, change, wanted) => {
    expect(headingWith(heading, change)).toBe(wanted);
  });
});

describe('lines of a file', () => {
  const texts = fc
    .array(fc.constantFrom('a', '', '\r\n', '\n', '\r', '\uFEFF', 'b c'), { maxLength: 12 })
    .map((all) => all.join(''));

  test('are the file again when they are joined', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(splitLines(text).join('')).toBe(text);
      }),
    );
  });

  test('stay byte for byte around what is replaced, put in or taken out', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const lines = splitLines(text);
        fc.pre(lines.length > 0);
        const from = 1 + (a % lines.length);
        const to = from + (b % (lines.length - from + 1));
        const [before, behind] = [lines.slice(0, from - 1).join(''), lines.slice(to).join('')];
        const replaced = replaceLines(lines, { from, to }, 'x\ny').join('');
        expect(replaced.startsWith(before) && replaced.endsWith(behind)).toBe(true);
        const put = insertLines(lines, to, 'x').join('');
        expect(put.startsWith(lines.slice(0, to).join('')) && put.endsWith(behind)).toBe(true);
        const out = removeLines(lines, { from, to }).join('');
        expect(out.startsWith(before) && behind.endsWith(out.slice(before.length))).toBe(true);
      }),
    );
  });
});

test('the lines of each card are found: heading, marker and </details> among them', () => {
  const text = [
    ...['---', 'title: T', '---', '', '## Interview Questions', ''],
    ...[
      '### ★★☆',
      '',
      '<!-- id: a -->',
      '**Q:** One?',
      '',
      '<details>',
      '',
      'It.',
      '',
      '</details>',
      '',
      '---',
      '',
    ],
    ...[
      '### ★☆☆',
      '',
      '**Q:**',
      '',
      'Two?',
      '',
      '**A:** Two.',
      '',
      '**Q:**',
      '',
      'Three?',
      '',
      '**A:** Three.',
      '',
    ],
    ...['## Related', '', '[[x]]'],
  ].join('\r\n');
  expect(cardRanges(text)).toEqual([
    { line: 7, from: 7, to: 16 },
    { line: 20, from: 20, to: 26 },
    { line: 30, from: 28, to: 32 },
  ]);
});

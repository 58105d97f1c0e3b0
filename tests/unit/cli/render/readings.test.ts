import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { ImportReport } from '../../../../src/app/import/report.js';
import { readingLines } from '../../../../src/cli/render/readings.js';

const NOTHING = { shape: null, cards: 0, empty: 0, bare: 0, why: '', nearest: null, line: 1 };
const NEAR = { ...NOTHING, nearest: 'heading', why: '3 headings, 33 % of them ask', line: 7 };
const READ = { ...NOTHING, shape: 'bullets', why: '9 bullets, 9 of them bold', cards: 9 };
const report = (readings: readonly object[]) => ({ readings }) as unknown as ImportReport;

test('a file that is read has its reason below, one that is passed over has one line', () => {
  const readings = [
    { ...NOTHING, file: '/n/plain.md' },
    { ...READ, file: '/n/a/list.md' },
    { ...NEAR, file: '/n/b.md' },
    { ...NOTHING, file: '/n/bare.md', bare: 4 },
  ];
  expect(readingLines(report(readings), 80)).toEqual([
    '  read as  cards  empty  file',
    '  bullets      9      0  a/list.md',
    '      9 bullets, 9 of them bold',
    '  passed over  plain.md: no questions found',
    '  passed over  b.md:7: no questions found: closest was heading (3 headings, 33 …',
    '  passed over  bare.md: 4 questions without answers: --questions-only',
  ]);
});

test.each([40, 80, 120])('no line is wider than %i columns', (width) => {
  const file = `/n/${'folder/'.repeat(20)}日本\u001b[2J.md`;
  const lines = readingLines(
    report([
      { ...NEAR, file },
      { ...READ, file: '/n/x.md' },
    ]),
    width,
  );
  expect(lines.every((line) => stringWidth(line) <= width)).toBe(true);
  expect(lines.join('')).not.toContain('\u001b');
  expect(lines.at(-1)).toMatch(/…\S*日本.*:7: /);
});

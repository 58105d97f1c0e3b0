import { expect, test } from 'vitest';
import type { DueReport } from '../../../../src/app/review/due.js';
import type { Context } from '../../../../src/cli/contract/context.js';
import { dueText } from '../../../../src/cli/render/due.js';

const group = (name: string) => ({ name, new: 249, learning: 1, review: 8 });
const names = (kind: string, count: number) =>
  Array.from({ length: count }, (_, n) => group(`${kind} ${n + 1}`));
const REPORT: DueReport = {
  now: '2026-11-30T08:00:00.000Z',
  today: { new: 10, learning: 0, review: 200, total: 210 },
  plans: [],
  byCompany: names('Company', 5),
  byDifficulty: ['1', '2', '3'].map(group),
  byPart: names('Part', 9),
  forecast: Array.from({ length: 14 }, (_, n) => ({
    date: `2026-12-${String(n + 1).padStart(2, '0')}`,
    due: 200 - 10 * n,
  })),
  break: null,
};
const BACKLOG = { overdue: 312, perDay: 40, clears: '2026-12-13', newPaused: true };

const lines = (
  columns: number,
  rows: number,
  report = REPORT,
  backlog: typeof BACKLOG | null = null,
) => {
  const stdout = { columns, rows, colors: false };
  return dueText(report, { stdout } as unknown as Context, backlog)
    .join('\n')
    .split('\n');
};

test.each([
  [80, 24],
  [120, 40],
  [40, 24],
  [40, 12],
])(
  'all of it is on a screen of %i by %i with its headline and the next prompt',
  (columns, rows) => {
    for (const backlog of [null, BACKLOG]) {
      const shown = lines(columns, rows, REPORT, backlog);
      expect(shown.length).toBeLessThan(rows);
      for (const line of shown) expect(line.length).toBeLessThanOrEqual(columns);
      expect(shown[0]).toContain('210 due today');
      expect(shown.join(' ')).toContain('tomorrow');
    }
  },
);

test('where there is room nothing is left out', () => {
  const text = lines(80, 60).join('\n');
  expect(text).toContain('Part 9');
  expect(text).toContain('2026-12-14');
  expect(text).not.toContain('more');
});

test('a section that is cut says how many it leaves out, and whose new cards it counts', () => {
  const text = lines(80, 24).join('\n');
  expect(text).toMatch(/Part 2 +249 +1 +8\n +… 7 more\n/);
  expect(text).toContain('all new');
});

test('nothing waiting is a line and the days to come', () => {
  const today = { new: 0, learning: 0, review: 0, total: 0 };
  const none = { ...REPORT, today, byCompany: [], byDifficulty: [], byPart: [] };
  expect(lines(80, 24, none).slice(0, 3)).toEqual([
    'Nothing is due now.',
    '',
    expect.stringMatching(/^today/),
  ]);
});

import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { percent, shortDuration } from '../../../../src/model/text/figures.js';
import { supportsUnicode } from '../../../../src/platform/unicode.js';
import { asciiLine } from '../../../../src/tui/stats/ascii.js';
import { bar, columnChart } from '../../../../src/tui/stats/bars.js';
import { daysText, shortCount } from '../../../../src/tui/stats/figures.js';
import { dashboardFrame } from '../../../../src/tui/stats/frame.js';
import { forecastLines } from '../../../../src/tui/stats/lines/forecast.js';
import { hourLines } from '../../../../src/tui/stats/lines/hours.js';
import { makePainter } from '../../../../src/tui/stats/painter.js';
import { FIRST_VIEW } from '../../../../src/tui/stats/state.js';
import { statisticsText, TABS } from '../../../../src/tui/stats/tabs.js';
import { sampleStatistics } from './sample.js';

const SIZES = [
  [80, 24],
  [120, 40],
  [40, 12],
  [24, 6],
  [200, 60],
] as const;
const LOOKS = [
  { colors: true, ascii: false },
  { colors: false, ascii: false },
  { colors: false, ascii: true },
];
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202e]/;
const COLORS = /\u001b\[\d+m/g;

describe.each(SIZES)('a screen of %i × %i', (columns, rows) => {
  test.each(LOOKS)('holds every tab, drawn as $colors/$ascii', (look) => {
    for (const scale of [0, 1, 100_000]) {
      for (const [tab] of TABS.entries()) {
        for (const help of [false, true]) {
          const state = { ...FIRST_VIEW, tab, help };
          const frame = dashboardFrame(sampleStatistics(scale), state, { columns, rows }, look);
          expect(frame.lines).toHaveLength(rows);
          expect(frame.lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
        }
      }
    }
  });
});

describe('the text for a pipe', () => {
  test.each([40, 80, 110])(
    'keeps to %i columns and lets no escape sequence of a deck through',
    (width) => {
      const text = statisticsText(sampleStatistics(), { width, colors: true, ascii: false });
      expect(text.filter((line) => stringWidth(line) > width)).toEqual([]);
      const bare = text.map((line) => line.replaceAll(COLORS, ''));
      expect(bare.filter((line) => CONTROL.test(line))).toEqual([]);
    },
  );

  test('has every section and no colours where there are to be none', () => {
    const text = statisticsText(sampleStatistics(), {
      width: 80,
      colors: false,
      ascii: false,
    }).join('\n');
    for (const { sections } of TABS)
      for (const { title } of sections) expect(text).toContain(title);
    expect(text).not.toContain('\u001b');
  });

  test('is ASCII where it must be, as wide as before', () => {
    const look = { width: 80, colors: false };
    const unicode = statisticsText(sampleStatistics(), { ...look, ascii: false });
    const ascii = statisticsText(sampleStatistics(), { ...look, ascii: true });
    expect(ascii.filter((line) => /[^\u0000-\u007f]/.test(line))).toEqual([]);
    expect(ascii.map((line) => line.length)).toEqual(unicode.map((line) => stringWidth(line)));
  });
});

describe.each([20, 24, 28, 30, 34, 35, 36])('in only %i columns', (width) => {
  test.each([0, 1, 1000])('no chart breaks (%i times the sample)', (scale) => {
    const painter = makePainter({ width, colors: false });
    const statistics = sampleStatistics(scale);
    const lines = TABS.flatMap(({ sections }) =>
      sections.flatMap((section) => section.lines(statistics, painter, 12)),
    );
    // The legend of the shades is a sentence, which may go on in the next line.
    const charts = lines.filter((line) => /[▁-▏]|·{2}/.test(line) && !line.startsWith('a day:'));
    expect(charts.length).toBeGreaterThan(scale === 0 ? 0 : 20);
    expect(charts.filter((line) => stringWidth(line) > width)).toEqual([]);
  });
});

test('in 30 columns the forecast and the hours show all there is, several a column', () => {
  const painter = makePainter({ width: 30, colors: false });
  const statistics = sampleStatistics();
  const forecast = forecastLines(statistics, painter);
  const hours = hourLines(statistics, makePainter({ width: 20, colors: false }));
  expect(forecast).toContain('2 days a column');
  expect(forecast.find((line) => line.includes('today'))).toBe('     today  +14    +28');
  expect(hours).toContain('2 hours a column');
  expect(hours[5]).toBe('0  6  12 18');
  expect(forecast.slice(0, 8).every((line) => line.length <= 5 + 15)).toBe(true);
  expect(hours.slice(0, 5).every((line) => line.length <= 12)).toBe(true);
});

describe('what is drawn', () => {
  const painter = makePainter({ width: 80, colors: false });

  test('bars are exact to an eighth of a column, and never nothing for something', () => {
    expect(bar(1, 3)).toBe('███');
    expect(bar(0.5, 3)).toBe('█▌');
    expect(bar(0.0001, 3)).toBe('▏');
    expect(bar(0, 3)).toBe('');
  });

  test('columns grow from the bottom', () => {
    const chart = { values: [0, 1, 8, 16], height: 2, step: 1, ink: 'green' } as const;
    expect(columnChart(chart, painter)).toEqual(['   █', ' ▁██']);
  });

  test('a year of reviews, a week a column from Monday on', () => {
    const lines = statisticsText(sampleStatistics(), { width: 80, colors: false, ascii: false });
    const at = lines.findIndex((line) => line.startsWith('Mon '));
    // 2024-10-04, the last day, was a Friday: the last week has no Saturday and no Sunday.
    expect(stringWidth(lines[at + 4] ?? '')).toBe(4 + 53);
    expect(stringWidth(lines[at + 5] ?? '')).toBe(4 + 52);
  });

  test('ASCII keeps letters without their accents', () => {
    expect(asciiLine('Überschätzung 漢 … ★★☆ ▓░')).toBe('Uberschatzung ?? ~ **. *-');
  });

  test('figures are short', () => {
    expect([percent(0.905, 1), percent(null), shortCount(999), shortCount(1_234)]).toEqual([
      '90.5 %',
      '–',
      '999',
      '1.2k',
    ]);
    expect([shortCount(99_960), shortCount(999_499), shortCount(1_000_000)]).toEqual([
      '100k',
      '999k',
      '1.0M',
    ]);
    expect([
      shortDuration(0),
      shortDuration(8_440),
      shortDuration(59_600),
      shortDuration(12_000_000),
    ]).toEqual(['0 s', '8.4 s', '1 min', '3 h 20 min']);
    expect([daysText(0.46), daysText(21), daysText(156), daysText(730)]).toEqual([
      '0.5 d',
      '21 d',
      '5.2 mo',
      '2 y',
    ]);
  });
});

test.each([
  [{ LANG: 'en_US.UTF-8' }, true],
  [{ LANG: 'C' }, false],
  [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, false],
  [{ LC_CTYPE: 'C.utf8', LANG: 'C' }, true],
  [{ LC_ALL: '', LANG: '' }, true],
  [{}, true],
])('supportsUnicode(%j) is %j', (env, known) => {
  expect(supportsUnicode(env)).toBe(known);
});

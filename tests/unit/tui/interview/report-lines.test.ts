import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { FullReport } from '../../../../src/app/interview/report.js';
import type { Stars } from '../../../../src/model/card.js';
import type { ReportedQuestion } from '../../../../src/review/interview-report.js';
import { reportLines } from '../../../../src/tui/interview/report-lines.js';
import { sampleCard } from '../../query/samples.js';

function question(
  more: Partial<ReportedQuestion> = {},
  text = 'Why?',
  stars: Stars = 2,
): ReportedQuestion {
  return {
    card: sampleCard({ question: text, stars }),
    outcome: 'rated',
    rating: 3,
    recorded: true,
    typed: null,
    plannedMs: 300_000,
    spentMs: 61_000,
    points: null,
    followUps: 0,
    ...more,
  };
}

function report(more: Partial<FullReport> = {}): FullReport {
  return {
    questions: [question()],
    notReached: 0,
    rated: 1,
    good: 1,
    overTime: 0,
    recorded: 1,
    plannedMs: 300_000,
    plannedAskedMs: 300_000,
    spentMs: 61_000,
    weakAreas: [],
    weakCards: [],
    pointAreas: [],
    sunk: [],
    nextSteps: [],
    isRecording: true,
    seed: 1,
    nextCommand: null,
    ...more,
  };
}

const text = (shown: FullReport, width = 80) =>
  reportLines(shown, { width, colors: false }).join('\n');

describe('the lines of a report', () => {
  test('name question, stars, rating, time used and planned', () => {
    expect(text(report())).toMatch(/^ 1 Why\? +★★☆ +Good +1:01 +5:00$/m);
    expect(text(report())).toContain('1 question, 1 rated, 1 of them Good or Easy');
    expect(text(report())).toContain('No weak area');
    expect(text(report())).toContain('1 rating recorded as reviews.');
  });

  test('say what was skipped, left open, over time, not reached and not recorded', () => {
    const questions = [
      question({ outcome: 'skipped', rating: null, recorded: false }),
      question({ outcome: 'open', rating: null, recorded: false, spentMs: 400_000 }),
    ];
    const shown = report({
      questions,
      notReached: 3,
      rated: 0,
      recorded: 0,
      overTime: 1,
      isRecording: false,
    });
    expect(text(shown)).toMatch(/^ 1 Why\? .*skipped/m);
    expect(text(shown)).toMatch(/^ 2 Why\? .*not rated +6:40 +5:00/m);
    expect(text(shown)).toContain('2 of 5 questions');
    expect(text(shown)).toContain('1 over time');
    expect(text(shown)).toContain('Not recorded: no schedule has changed.');
    expect(text(shown)).not.toContain('weak');
  });

  test('name the weak areas, a kind once, and the command that comes next', () => {
    const weakAreas = [
      { kind: 'part', name: 'Inference', weak: 2, rated: 3 },
      { kind: 'stars', name: '3', weak: 1, rated: 1 },
      { kind: 'stars', name: '2', weak: 1, rated: 2 },
    ] as const;
    const nextSteps = [
      { why: 'what went badly', command: 'viva review module:22' },
      { why: 'other questions', command: 'viva interview module:22' },
    ];
    const shown = text(report({ weakAreas, nextSteps, recorded: 0 }));
    expect(shown).toMatch(/viva interview module:22\n +other questions/);
    expect(shown).toMatch(/^ {2}Part +Inference +2 of 3 weak$/m);
    expect(shown).toMatch(/^ {2}Difficulty +★★★ +1 of 1 weak$/m);
    expect(shown).toMatch(/^ {14}★★☆ +1 of 2 weak$/m);
    expect(shown).toContain('Next: viva review module:22');
    expect(shown).toContain('0 ratings recorded as reviews, 1 not.');
  });

  test('name the points missed by area, and what sank an answer', () => {
    const pointAreas = [{ kind: 'part', name: 'Inference', named: 2, of: 5 }] as const;
    const sunk = [
      {
        card: sampleCard(),
        text: `It changes\nthe result, which nobody who has read ${'on and '.repeat(20)}would.`,
      },
    ];
    const shown = text(report({ pointAreas, sunk, weakCards: [sampleCard()] }));
    expect(shown).toMatch(/^ {2}Part +Inference +2 of 5$/m);
    expect(shown).toMatch(
      /Disqualifying mistakes\n +\d ✗ It changes the result, which nobody who has read/,
    );
    expect(shown.split('\n').filter((line) => /^ {5}\S/.test(line))).not.toEqual([]);
    expect(shown).toContain('No weak areas: in none did at least two cards');
  });

  test('keep within the width and hold no escape of a deck', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 36, max: 120 }),
        fc.string({ unit: 'binary' }),
        (width, hostile) => {
          const shown = report({
            questions: [question({}, `\u001b[2J${hostile}`)],
            nextSteps: [
              { why: 'other questions', command: `viva interview ${'id:x '.repeat(20)}` },
            ],
            weakAreas: [{ kind: 'part', name: `\u001b]0;x\u0007${hostile}`, weak: 1, rated: 1 }],
          });
          const lines = reportLines(shown, { width, colors: false });
          const rows = lines.filter((line) => /^( 1 | {2}Part|stars|question)/.test(line));
          expect(rows.length).toBeGreaterThanOrEqual(3);
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
          expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        },
      ),
      { numRuns: 30 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { readAnswerParts } from '../../../../src/deck/read/answer-parts.js';
import { answerLines, NO_MARKS, tickNote } from '../../../../src/tui/review/answer-side.js';

const OPTIONS = { width: 60, colors: false, hyperlinks: false };
const shown = (answer: string) =>
  answerLines({ answer, parts: readAnswerParts(answer), isWhole: false }, NO_MARKS, OPTIONS);

describe('the answer side', () => {
  test('shows in short and the points before the rest, and the trap last', () => {
    const answer =
      'Rest.\n\n**Trap:** T.\n\n**Points:**\n\n- a\n- (+) b\n- (x) c\n\n**In short:** S.';
    const bare = shown(answer).map((line) => line.replaceAll('*', ''));
    expect(bare).toEqual([
      ...['In short: S.', '', '• a', '+ b', '✗ c', '', 'Rest.', '', 'Trap: T.'],
    ]);
  });

  test('is never empty where there is an answer', () => {
    expect(shown('**Follow-up:** Why?\n\nSo.')).toEqual(['(nothing but follow-ups)']);
    expect(shown('')).toEqual([expect.stringContaining('no answer yet')]);
  });

  test.each([
    [[0, 1], '2/3 points · 2 Hard?'],
    [[0, 1, 2, 3], '3/3 points +1 · 4 Easy?'],
    [[0, 1, 2, 4], '3/3 points ✗1 · 1 Again?'],
    [[], '0/3 points · 1 Again?'],
  ])('ticks %j say %s', (ticks, note) => {
    const parts = readAnswerParts('**Points:**\n\n- a\n- b\n- c\n- (+) d\n- (x) e');
    expect(tickNote(parts, { ticks, named: null })).toBe(note);
  });
});

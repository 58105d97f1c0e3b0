import { describe, expect, test } from 'vitest';
import { cardId } from '../../../../src/model/ids.js';
import { reduceInterview, startInterview } from '../../../../src/review/interview.js';
import { clocksOf, clockText } from '../../../../src/tui/interview/clock.js';

const QUESTIONS = [3, 5].map((minutes) => ({
  id: cardId(`card${minutes}`),
  stars: 1 as const,
  plannedMs: minutes * 60_000,
}));
const begun = startInterview(QUESTIONS, 0);

describe('the clocks', () => {
  test('count down, warn in the last half minute, and count on in red', () => {
    const at = (ms: number) => clocksOf(begun, ms).question;
    expect(at(0)).toMatchObject({ text: '3:00', whole: '3:00', tone: 'calm', share: 0 });
    expect(at(999).text).toBe('3:00');
    expect(at(1_000).text).toBe('2:59');
    expect(at(150_000)).toMatchObject({ text: '0:30', tone: 'soon' });
    expect(at(179_999)).toMatchObject({ text: '0:01', tone: 'soon' });
    expect(at(180_000)).toMatchObject({ text: '+0:00', tone: 'over', share: 1 });
    expect(at(245_000)).toMatchObject({ text: '+1:05', tone: 'over' });
    expect(clocksOf(begun, 480_000).inAll).toMatchObject({ text: '+0:00', tone: 'over' });
  });

  test('say when they change, and do change then and not before', () => {
    for (const now of [0, 1, 999, 1_000, 1_500, 179_500, 180_000, 180_001, 181_234]) {
      const { changesInMs, question } = clocksOf(begun, now);
      expect(changesInMs).not.toBeNull();
      expect(clocksOf(begun, now + changesInMs! - 1).question.text).toBe(question.text);
      expect(clocksOf(begun, now + changesInMs!).question.text).not.toBe(question.text);
    }
  });

  test('tick both at once, also after a question that took no whole seconds', () => {
    const read = reduceInterview(begun, { type: 'reveal', typed: null, now: 1_700 });
    expect(clocksOf(read, 9_000)).toMatchObject({ changesInMs: null, question: { text: '2:59' } });
    const rate = { type: 'rate', rating: 3, recorded: false, points: null, now: 10_300 } as const;
    const second = reduceInterview(read, rate);
    const texts = (now: number) => {
      const { question, inAll } = clocksOf(second, now);
      return `${question.text} ${inAll.text}`;
    };
    expect(texts(10_300)).toBe('5:00 7:59');
    expect(texts(11_299)).toBe('5:00 7:59');
    expect(texts(11_300)).toBe('4:59 7:58');
  });

  test('write hours where there are some', () => {
    expect(clockText(9)).toBe('0:09');
    expect(clockText(3_599)).toBe('59:59');
    expect(clockText(3_661)).toBe('1:01:01');
  });
});

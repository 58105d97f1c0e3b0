import { describe, expect, test } from 'vitest';
import { planDay } from '../../../src/plan/day.js';
import { type Forecast, forecast, minutesFor } from '../../../src/plan/forecast.js';
import { horizonOf, newCards, nobody } from './world.js';

function forecastOf(
  cards: number,
  ...[days, minutes, more]: Parameters<typeof horizonOf>
): Forecast {
  const horizon = horizonOf(days, minutes, more);
  return forecast(planDay(newCards(cards), nobody(), horizon), horizon)!;
}

describe('a forecast', () => {
  test('keeps the minutes of each day, and its parts fit together', () => {
    const one = forecastOf(150, 7, 10);
    expect(one.minutesByDay).toHaveLength(7);
    for (const minutes of one.minutesByDay) expect(minutes).toBeLessThanOrEqual(10);
    const mean = one.recallByCard.reduce((sum, recall) => sum + recall, 0) / 150;
    expect(mean).toBeCloseTo(one.expected, 9);
    expect(one.expectedNow).toBe(0);
    expect(one.unreached).toBeGreaterThan(20);
    expect(one.enoughMinutes).toBe(10);
    expect(forecastOf(150, 7, 10, { missing: 0.1, mostToday: 60 }).enoughMinutes).toBe(10);
  });

  test('is a table that never falls, goes through what is expected, and has no better for less', () => {
    for (const [cards, days, minutes] of [
      [100, 7, 14],
      [459, 14, 20],
      [5, 20, 30],
      [40, 3, 60],
    ] as const) {
      const { byBudget, expected } = forecastOf(cards, days, minutes);
      const recalls = byBudget.map((point) => point.expected);
      expect([...recalls].sort((a, b) => a - b)).toEqual(recalls);
      expect(byBudget.find((point) => point.minutes === minutes)?.expected).toBe(expected);
    }
  });

  test('reaches over centuries, with the minutes of the first year', () => {
    const far = forecastOf(20, 355_000, 10);
    expect(far.minutesByDay).toHaveLength(366);
    expect(far.expected).toBeGreaterThan(0);
    expect(forecastOf(20, 366, 10).minutesByDay).toHaveLength(366);
    expect(forecastOf(20, 200, 10).minutesByDay).toHaveLength(200);
  });

  test('says that fewer minutes are enough only where the cards run out every day', () => {
    const few = forecastOf(35, 30, 30);
    expect(few.enoughMinutes).toBeLessThan(30);
    expect(few.enoughMinutes).toBeGreaterThan(15);
    expect(forecastOf(200, 30, 30, { missing: 0.4 }).enoughMinutes).toBe(30);
    expect(forecastOf(35, 30, 30, { missing: 0.4 }).enoughMinutes).toBeLessThan(30);
  });

  test('promises nothing of minutes that there are not until the interview', () => {
    const { byBudget, minutesByDay } = forecastOf(50, 2 / 1440, 30, { mostToday: 120 });
    expect(new Set(byBudget.map(({ expected }) => expected)).size).toBe(1);
    expect(minutesByDay).toEqual([2]);
  });

  test('a day off has no minutes and costs recall', () => {
    const shares = [1, 1, 1, 0, 0, 0, 0];
    const rest = forecastOf(100, 7, 6, { shares });
    expect(rest.minutesByDay).toHaveLength(3);
    expect(rest.expected).toBeLessThan(forecastOf(100, 7, 6).expected - 0.05);
  });

  test('has today take as long as its cards do, and never more than there is', () => {
    const few = forecastOf(8, 30, 30);
    expect(few.minutesByDay[0]).toBeCloseTo((8 * 45) / 60, 9);
    expect(few.enoughMinutes).toBe(few.minutesByDay[0]);
  });

  test('says of fewer minutes than enough that they are', () => {
    const { enoughMinutes, minutesForTarget } = forecastOf(2, 10, 60, { target: 0.6 });
    expect(enoughMinutes).toBeLessThan(60);
    expect(forecastOf(1, 10, 30).enoughMinutes).toBeLessThan(1);
    expect(minutesForTarget).toBeLessThan(60);
  });
});

test('minutes for a target lie between those of the table', () => {
  const curve = [
    { minutes: 10, expected: 0.5 },
    { minutes: 20, expected: 0.7 },
  ];
  expect(minutesFor(curve, 0.6)).toBeCloseTo(15, 12);
  expect(minutesFor(curve, 0.4)).toBe(10);
  expect(minutesFor(curve, 0.8)).toBeNull();
});

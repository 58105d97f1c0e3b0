import { describe, expect, it } from 'vitest';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { dailyShuffleKey } from '../../../src/schedule/order.js';

const cards = Array.from({ length: 500 }, (_, n) => cardId(`card${String(n).padStart(8, '0')}`));
const orderOn = (day: number) =>
  [...cards].sort((a, b) => dailyShuffleKey(a, studyDay(day)) - dailyShuffleKey(b, studyDay(day)));

describe('dailyShuffleKey', () => {
  it('is a whole number of 32 bits, and hardly ever the same for two cards', () => {
    const keys = cards.map((card) => dailyShuffleKey(card, studyDay(20_000)));
    for (const key of keys) {
      expect(Number.isInteger(key)).toBe(true);
      expect(key).toBeGreaterThanOrEqual(0);
      expect(key).toBeLessThan(2 ** 32);
    }
    expect(new Set(keys).size).toBe(cards.length);
  });

  // Pinned: a change would reorder a session that is under way.
  it('does not change from one version to the next', () => {
    expect(dailyShuffleKey(cardId('c0000000000a'), studyDay(20_000))).toBe(2_899_037_863);
  });

  it('shuffles anew each day', () => {
    const [first, second] = [orderOn(20_000), orderOn(20_001)];
    const samePlace = first.filter((card, place) => second[place] === card);
    expect(samePlace.length).toBeLessThan(10);
  });

  it('favours no card: each half of the deck is as often early', () => {
    let early = 0;
    for (let day = 0; day < 100; day++) {
      const firstHalf = new Set(orderOn(day).slice(0, 250));
      early += cards.slice(0, 250).filter((card) => firstHalf.has(card)).length;
    }
    expect(early / 25_000).toBeGreaterThan(0.48);
    expect(early / 25_000).toBeLessThan(0.52);
  });
});

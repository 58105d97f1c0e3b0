import { describe, expect, test } from 'vitest';
import { BLOCKED } from '../../../../../bench/plan/rivals/blocked.js';
import { Expanding } from '../../../../../bench/plan/rivals/expanding.js';
import { fsrsRival } from '../../../../../bench/plan/rivals/fsrs.js';
import { GREEDY } from '../../../../../bench/plan/rivals/greedy.js';
import { RANDOM } from '../../../../../bench/plan/rivals/random.js';
import type { Outlook } from '../../../../../bench/plan/rivals/rival.js';
import { DAY_MS } from '../../../../../bench/plan/sessions.js';
import { studyDay } from '../../../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../../../src/model/memory.js';
import { seededRandom } from '../../../../../src/schedule/seeded-random.js';

const TODAY = 20_003;
const luck = () => seededRandom(1);

/** A card last seen some days ago, with a stability in days. */
function seen(daysAgo: number, stability = 5): Memory {
  const lastDay = TODAY - daysAgo;
  return {
    ...NEW_MEMORY,
    state: 'review',
    stability,
    difficulty: 5,
    lastDay: studyDay(lastDay),
    lastAt: lastDay * DAY_MS + 20 * 3_600_000,
  };
}

function outlook(cards: readonly Memory[], day: number, left: number): Outlook {
  const startAt = TODAY * DAY_MS + 20 * 3_600_000;
  return { cards, today: TODAY, day, left, startAt, deadlineAt: startAt + left * DAY_MS };
}

const fresh = (count: number) => Array.from({ length: count }, () => NEW_MEMORY);

describe('blocked', () => {
  test('spreads new cards over 70 % of the sessions, then the least recently seen', () => {
    expect(BLOCKED.choose(outlook(fresh(14), 0, 10), luck())).toEqual([0, 1]);
    const mixed = [seen(2), seen(4), seen(0), NEW_MEMORY];
    expect(BLOCKED.choose(outlook(mixed, 9, 1), luck())).toEqual([3, 1, 0]);
  });
});

describe('expanding', () => {
  test('reviews a card 1, 3 and 7 days after the last time, and in the last session', () => {
    const rival = new Expanding();
    const due: number[] = [];
    let last = TODAY;
    for (let day = 1; day <= 40; day++) {
      const today = TODAY + day;
      const card = { ...seen(0), lastDay: studyDay(last) };
      const view = { ...outlook([card], day, 41 - day), today };
      if (rival.choose(view).length === 0) continue;
      due.push(day);
      last = today;
    }
    expect(due).toEqual([1, 4, 11, 40]);
  });
});

describe('random', () => {
  test('takes every card once, in an order that the luck says', () => {
    const cards = fresh(20);
    const order = RANDOM.choose(outlook(cards, 0, 5), luck());
    expect([...order].sort((a, b) => a - b)).toEqual(cards.map((_, card) => card));
    expect(order).toEqual(RANDOM.choose(outlook(cards, 0, 5), luck()));
    expect(order).not.toEqual(RANDOM.choose(outlook(cards, 0, 5), seededRandom(2)));
  });
});

describe('FSRS', () => {
  test('at 0.9 a card is due when its stability has gone by, the least recalled first', () => {
    const cards = [seen(4, 5), seen(5, 5), seen(9, 5), seen(1, 0.3)];
    expect(fsrsRival(0.9).choose(outlook(cards, 0, 5), luck())).toEqual([3, 2, 1]);
  });

  test('at 0.95 it is due sooner', () => {
    const cards = [seen(4, 5)];
    expect(fsrsRival(0.95).choose(outlook(cards, 0, 5), luck())).toEqual([0]);
  });

  test('new cards come after what is due, spread over four fifths of the sessions', () => {
    const cards = [...fresh(16), seen(9, 5)];
    expect(fsrsRival(0.9).choose(outlook(cards, 0, 10), luck())).toEqual([16, 0, 1]);
  });
});

describe('greedy', () => {
  test('takes what gains most a second, and nothing twice a day', () => {
    const cards = [seen(0), seen(1, 50), NEW_MEMORY, seen(6, 2)];
    const order = GREEDY.choose(outlook(cards, 3, 6), luck());
    expect(order).not.toContain(0);
    // Of a card that is known anyway, a review gains the least.
    expect(order.at(-1)).toBe(1);
  });
});

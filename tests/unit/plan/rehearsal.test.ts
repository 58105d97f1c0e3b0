import { expect, test } from 'vitest';
import { rehearse } from '../../../src/plan/rehearsal.js';
import { NOW, newCards, nobody, seenCards } from './world.js';

const LEFT = { sessions: [0, 1, 2], seconds: [100, 100, 100], deadline: 3, days: 3, missing: 0 };

function play(more: Partial<typeof LEFT> = {}, seed = 1) {
  const belief = nobody();
  const memories = belief.memories(newCards(30), belief.likeliest, NOW);
  return rehearse({ person: belief.likeliest, memories }, { ...LEFT, ...more }, seed);
}

test('a session ends with the card that uses up its time, and what is too long comes off the next', () => {
  const { seconds } = play();
  for (const each of seconds) expect(each).toBeLessThan(100 + 45);
  const sum = [...seconds].reduce((total, each) => total + each, 0);
  expect(sum).toBeGreaterThanOrEqual(300);
  expect(sum).toBeLessThan(300 + 45);
});

test('the same luck leads to the same, other luck to something else', () => {
  expect(play()).toEqual(play());
  expect(play({}, 2).recall).not.toBe(play().recall);
});

test('without time nothing is done', () => {
  const { recall, seconds } = play({ seconds: [0, 0, 0] });
  expect([recall, ...seconds]).toEqual([0, 0, 0, 0]);
});

test('a session that is missed has no time; today’s never is', () => {
  const { seconds } = play({ missing: 1 });
  expect([...seconds].map((each) => each > 0)).toEqual([true, false, false]);
});

/** Of cards that nine in ten recall, those that each of twenty people recalls. */
function hitsOf(cards: number): boolean[][] {
  const seen = seenCards(cards, 10, 10);
  const left = { sessions: [0], seconds: [1e6], deadline: 1, days: 1, missing: 0 };
  return Array.from({ length: 20 }, (_, number) => {
    const belief = nobody();
    const memories = belief.memories(seen, belief.likeliest, NOW);
    const { memories: after } = rehearse({ person: belief.likeliest, memories }, left, number);
    return Array.from(after.stability, (stability) => stability > 10);
  });
}

test('people have the luck of each look evenly between them', () => {
  const hits = hitsOf(50);
  for (let card = 0; card < 50; card++) {
    const count = hits.filter((own) => own[card]).length;
    // Two or three of 23 places are without luck, and three places stand empty: by chance it would be 14 to 20.
    expect(count).toBeGreaterThanOrEqual(17);
  }
});

test('no two people have their luck in common', () => {
  const hits = hitsOf(400);
  const missed = hits.map((own) => own.filter((hit) => !hit).length);
  for (const [one, own] of hits.entries()) {
    for (const [two, other] of hits.slice(0, one).entries()) {
      const both = own.filter((hit, card) => !hit && !other[card]).length;
      expect(both).toBeLessThan(0.3 * Math.min(missed[one]!, missed[two]!));
    }
  }
});

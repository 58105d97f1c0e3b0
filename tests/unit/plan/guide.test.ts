import { describe, expect, test } from 'vitest';
import { Dynamics } from '../../../src/plan/dynamics.js';
import { Follower } from '../../../src/plan/follower.js';
import { Guide } from '../../../src/plan/guide.js';
import { Judge } from '../../../src/plan/judge.js';
import { DEFAULT_LEARNER } from '../../../src/plan/learner.js';
import { Memories } from '../../../src/plan/memories.js';
import { difficultyOf, NODES, stabilityOf } from '../../../src/plan/memory-grid.js';
import { byWorth, lookAhead, scaleOf } from '../../../src/plan/planner.js';

const dynamics = new Dynamics(DEFAULT_LEARNER);
const TODAY = { day: 0, deadline: 6, seconds: 400, secondsPerDay: 400 };

/** New cards, and cards seen on many days with many stabilities. */
function someMemories(): Memories {
  const memories = new Memories(200);
  for (let card = 50; card < 200; card++) {
    memories.stability[card] = Math.exp(((card * 7) % 60) / 12);
    memories.difficulty[card] = 1 + ((card * 13) % 90) / 10;
    memories.last[card] = -1 - (card % 25);
  }
  return memories;
}

/** A course whose every day has this guide, and that asks everyone for the same. */
const courseOf = (guide: Guide) => ({ guideOn: () => guide, askedOn: () => guide.asked });

const memories = someMemories();
const outlook = lookAhead(memories, dynamics, TODAY, 0.95);
const scale = scaleOf(outlook);

describe('a guide', () => {
  test('says on the grid what the judge says', () => {
    const guide = new Guide(dynamics, scale);
    const judge = new Judge(dynamics, scale);
    expect(guide.fresh).toBe(judge.fresh());
    for (const elapsed of [1, 8, 14]) {
      const table = guide.worth(elapsed);
      for (let node = 0; node < NODES; node++) {
        const exact = judge.seen(stabilityOf(node), difficultyOf(node), elapsed);
        // Of what is not worth the least price the judge says no more than that.
        if (table[node]! > scale.floor * 1.001) expect(table[node]).toBeCloseTo(exact, 9);
        else expect(exact).toBeLessThanOrEqual(scale.floor * 1.01);
      }
    }
  });

  test('has one table for days that are nearly as many', () => {
    const guide = new Guide(dynamics, scale);
    expect(guide.worth(3.4)).toBe(guide.worth(3));
    expect(guide.worth(4)).not.toBe(guide.worth(3));
    expect(guide.worth(201)).toBe(guide.worth(200));
    expect(guide.worth(1e6)).toBe(guide.worth(2e6));
  });

  test('has the same cards chosen first as the planner chooses, but for a few', () => {
    const guide = new Guide(dynamics, scale);
    const chosen = new Follower(courseOf(guide)).choose(memories, TODAY);
    const exact = byWorth(memories, dynamics, TODAY, outlook);
    expect(new Set(chosen).size).toBe(chosen.length);
    const first = exact.slice(0, 40);
    const missing = first.filter((card) => !chosen.slice(0, 45).includes(card));
    expect(first).toHaveLength(40);
    expect(missing.length).toBeLessThan(4);
  });

  test('chooses no card again on the day of its review', () => {
    const reviewed = someMemories();
    reviewed.last.fill(TODAY.day);
    const guide = new Guide(dynamics, scale);
    const chosen = new Follower(courseOf(guide)).choose(reviewed, TODAY);
    expect(chosen.every((card) => reviewed.isNew(card))).toBe(true);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import type { Candidate, Pools } from '../../../src/model/queue.js';
import { type DrawContext, drawNext } from '../../../src/schedule/draw.js';

const MINUTE = 60_000;
const NOW = 1_000_000_000;

/** Candidates of the modules given, named after their list and place. */
function candidates(name: string, modules: readonly number[]): Candidate[] {
  return modules.map((module, place) => ({
    id: cardId(`${name}${String(place).padStart(3, '0')}`),
    module,
  }));
}

const learning = (id: string, minutes: number, module = 99) => ({
  id: cardId(id),
  module,
  dueAt: NOW + minutes * MINUTE,
});

const pools = (parts: Partial<Pools> = {}): Pools => ({
  learning: [],
  reviews: [],
  fresh: [],
  ...parts,
});

const context = (changes: Partial<DrawContext> = {}): DrawContext => ({
  now: NOW,
  lastModule: null,
  counts: { fresh: 0, reviews: 0, total: 0 },
  learnAheadMs: 20 * MINUTE,
  ...changes,
});

describe('learning cards', () => {
  it('come before all else when due, earliest first, ties by id', () => {
    const cards = [learning('b', -5), learning('c', 0), learning('a', -5), learning('d', -4)];
    const all = pools({ learning: cards, reviews: candidates('r', [1, 2]) });
    expect(drawNext(all, context())).toEqual({ kind: 'card', id: 'a', from: 'learning' });
  });

  it('come before what plans want, and that before all else', () => {
    const planned = candidates('p', [7, 7]).map((card) => ({ ...card, isNew: false }));
    const rest = { reviews: candidates('r', [1]), fresh: candidates('f', [2]) };
    const due = pools({ planned, learning: [learning('a', 0)], ...rest });
    const later = pools({ planned, learning: [learning('a', 1)], ...rest });
    expect(drawNext(due, context())).toMatchObject({ id: 'a', from: 'learning' });
    // In the plan's own order, whatever the modules are.
    expect(drawNext(later, context({ lastModule: 7 }))).toMatchObject({ id: 'p000', from: 'plan' });
    expect(drawNext(pools({ planned: [], ...rest }), context()).kind).toBe('card');
  });

  it('come first even when the last card was of their module', () => {
    const all = pools({ learning: [learning('a', 0, 7)], reviews: candidates('r', [1]) });
    expect(drawNext(all, context({ lastModule: 7 }))).toMatchObject({ id: 'a' });
  });

  it('wait while reviews or new cards are left', () => {
    const soon = [learning('a', 1)];
    const withReview = pools({ learning: soon, reviews: candidates('r', [1]) });
    const withFresh = pools({ learning: soon, fresh: candidates('f', [1]) });
    expect(drawNext(withReview, context())).toMatchObject({ id: 'r000', from: 'review' });
    expect(drawNext(withFresh, context())).toMatchObject({ id: 'f000', from: 'fresh' });
  });

  it('come ahead of their time when nothing else is left', () => {
    const all = pools({ learning: [learning('b', 20), learning('a', 20), learning('c', 25)] });
    expect(drawNext(all, context())).toEqual({ kind: 'card', id: 'a', from: 'ahead' });
  });

  it('are waited for when they are further off', () => {
    const all = pools({ learning: [learning('a', 40), learning('b', 21)] });
    expect(drawNext(all, context())).toEqual({ kind: 'wait', until: NOW + 21 * MINUTE });
    expect(drawNext(pools(), context())).toEqual({ kind: 'done' });
  });
});

/** What a simulated session carries from card to card. */
interface Session {
  pools: Pools;
  context: DrawContext;
}

/** A card's module, looked up in every list. */
function moduleOf(session: Session, id: string): number {
  const { learning: steps, reviews, fresh } = session.pools;
  return [...steps, ...reviews, ...fresh].find((card) => card.id === id)!.module;
}

/** The session after a card was answered; new ones come back once, ten minutes later. */
function answered(session: Session, id: string): Session {
  const { pools: before, context: old } = session;
  const module = moduleOf(session, id);
  const without = <C extends Candidate>(list: readonly C[]) =>
    list.filter((card) => card.id !== id);
  const isFresh = before.fresh.some((card) => card.id === id);
  const isReview = before.reviews.some((card) => card.id === id);
  const now = old.now + MINUTE;
  const back = isFresh ? [{ id: cardId(id), module, dueAt: now + 10 * MINUTE }] : [];
  return {
    pools: {
      learning: [...back, ...without(before.learning)],
      reviews: without(before.reviews),
      fresh: without(before.fresh),
    },
    context: {
      ...old,
      now,
      lastModule: module,
      counts: {
        fresh: old.counts.fresh + Number(isFresh),
        reviews: old.counts.reviews + Number(isReview),
        total: old.counts.total + 1,
      },
    },
  };
}

interface Drawn {
  readonly id: string;
  readonly from: string;
  readonly module: number;
  readonly session: Session;
}

/** Draws until the day is done, waiting where told to. */
function wholeDay(start: Session): Drawn[] {
  const drawn: Drawn[] = [];
  let session = start;
  for (let guard = 0; guard < 1000; guard++) {
    const draw = drawNext(session.pools, session.context);
    if (draw.kind === 'done') return drawn;
    if (draw.kind === 'wait') {
      expect(draw.until).toBeGreaterThan(session.context.now);
      session = { ...session, context: { ...session.context, now: draw.until } };
    } else {
      drawn.push({ id: draw.id, from: draw.from, module: moduleOf(session, draw.id), session });
      session = answered(session, draw.id);
    }
  }
  throw new Error('the day does not end');
}

const ids = (drawn: readonly Drawn[]) => drawn.map((card) => card.id);

describe('the mix of reviews and new cards', () => {
  it('spreads new cards evenly over the day', () => {
    const start = {
      pools: pools({
        reviews: candidates('r', [1, 2, 3, 4, 5, 6]),
        fresh: candidates('f', [11, 12, 13]),
      }),
      context: context(),
    };
    const untilEmpty = wholeDay(start).filter((card) => card.from !== 'learning');
    expect(ids(untilEmpty).slice(0, 9)).toEqual([
      'r000',
      'f000',
      'r001',
      'r002',
      'f001',
      'r003',
      'r004',
      'f002',
      'r005',
    ]);
  });

  it('goes on where an earlier session of the day stopped', () => {
    const rest = pools({ reviews: candidates('r', [1, 2]), fresh: candidates('f', [3, 4]) });
    const behind = context({ counts: { fresh: 0, reviews: 8, total: 8 } });
    const ahead = context({ counts: { fresh: 8, reviews: 0, total: 8 } });
    expect(drawNext(rest, behind)).toMatchObject({ from: 'fresh' });
    expect(drawNext(rest, ahead)).toMatchObject({ from: 'review' });
  });
});

describe('cards of one module', () => {
  it('are kept apart by the first card of another', () => {
    const all = pools({ reviews: candidates('r', [1, 1, 2, 3]) });
    expect(drawNext(all, context({ lastModule: 1 }))).toMatchObject({ id: 'r002' });
  });

  it('are kept apart by a card of the other list where need be', () => {
    const all = pools({ reviews: candidates('r', [1, 1]), fresh: candidates('f', [1, 2, 3]) });
    expect(drawNext(all, context({ lastModule: 1 }))).toMatchObject({ id: 'f001', from: 'fresh' });
  });

  it('come early where there are so many that they would pile up at the end', () => {
    const start = {
      pools: pools({ reviews: candidates('r', [1, 2, 3, 3, 3]) }),
      context: context(),
    };
    expect(wholeDay(start).map((card) => card.module)).toEqual([3, 1, 3, 2, 3]);
  });

  it('come in a row when nothing else is left', () => {
    const all = pools({ reviews: candidates('r', [5, 5]) });
    expect(drawNext(all, context({ lastModule: 5 }))).toMatchObject({ id: 'r000' });
  });
});

const anyModule = fc.integer({ min: 1, max: 4 });
const anyList = (maxLength: number) => fc.array(anyModule, { maxLength });

const anySession: fc.Arbitrary<Session> = fc
  .record({
    reviews: anyList(20),
    fresh: anyList(12),
    learning: fc.array(fc.tuple(fc.integer({ min: -30, max: 200 }), anyModule), { maxLength: 8 }),
    lastModule: fc.option(anyModule),
    freshDone: fc.nat(10),
    reviewsDone: fc.nat(20),
    learnAhead: fc.constantFrom(0, 20),
  })
  .map((day) => ({
    pools: {
      learning: day.learning.map(([minutes, module], n) => learning(`l${n}`, minutes, module)),
      reviews: candidates('r', day.reviews),
      fresh: candidates('f', day.fresh),
    },
    context: context({
      lastModule: day.lastModule,
      counts: { fresh: day.freshDone, reviews: day.reviewsDone, total: 0 },
      learnAheadMs: day.learnAhead * MINUTE,
    }),
  }));

/** The fewest neighbours of one module in any order of these cards, by trying them all. */
function fewestRepeats(left: readonly number[], last: number | null): number {
  const known = new Map<string, number>();
  const search = (counts: readonly number[], before: number | null): number => {
    const key = `${counts.join()}|${before}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const tries = counts.flatMap((count, module) => {
      if (count === 0) return [];
      const rest = counts.with(module, count - 1);
      return [search(rest, module) + Number(module === before)];
    });
    const best = tries.length === 0 ? 0 : Math.min(...tries);
    known.set(key, best);
    return best;
  };
  const counts = [0, 1, 2, 3, 4].map((module) => left.filter((m) => m === module).length);
  return search(counts, last);
}

function repeats(modules: readonly number[], last: number | null): number {
  return modules.filter((module, n) => module === (n === 0 ? last : modules[n - 1])).length;
}

describe('drawing as a law', () => {
  it('draws every review and new card once, in a day that ends', () => {
    fc.assert(
      fc.property(anySession, (start) => {
        const first = wholeDay(start).filter((card) => ['review', 'fresh'].includes(card.from));
        const listed = [...start.pools.reviews, ...start.pools.fresh].map((card) => card.id);
        expect(ids(first).sort()).toEqual(listed.sort());
        const steps = wholeDay(start).length - first.length;
        expect(steps).toBe(start.pools.learning.length + start.pools.fresh.length);
      }),
    );
  });

  it('repeats a module in neighbours no more often than any order would', () => {
    fc.assert(
      fc.property(
        anyList(9),
        fc.boolean(),
        fc.option(anyModule),
        (modules, isFresh, lastModule) => {
          const list = candidates('c', modules);
          // New cards come back only after the list is empty: ten a day take ten minutes.
          const start = {
            pools: isFresh ? pools({ fresh: list }) : pools({ reviews: list }),
            context: context({ lastModule }),
          };
          const drawn = wholeDay(start).slice(0, list.length);
          const order = drawn.map((card) => card.module);
          expect(repeats(order, lastModule)).toBe(fewestRepeats(modules, lastModule));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('does so over both lists together', () => {
    fc.assert(
      fc.property(anyList(9), anyList(9), fc.option(anyModule), (reviews, fresh, lastModule) => {
        let session: Session = {
          pools: pools({ reviews: candidates('r', reviews), fresh: candidates('f', fresh) }),
          context: context({ lastModule }),
        };
        const order: number[] = [];
        while (session.pools.reviews.length + session.pools.fresh.length > 0) {
          const draw = drawNext({ ...session.pools, learning: [] }, session.context);
          if (draw.kind !== 'card') throw new Error('a card was left');
          order.push(moduleOf(session, draw.id));
          session = answered(session, draw.id);
        }
        const wanted = fewestRepeats([...reviews, ...fresh], lastModule);
        expect(repeats(order, lastModule)).toBe(wanted);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps each list in its order within a module', () => {
    fc.assert(
      fc.property(anySession, (start) => {
        const drawn = wholeDay(start).filter((card) => card.from === 'review');
        for (const module of [1, 2, 3, 4]) {
          const order = ids(drawn.filter((card) => card.module === module));
          expect(order).toEqual([...order].sort());
        }
      }),
    );
  });

  it('takes the lists as they are when every card has a module of its own', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), (reviews, fresh) => {
        const start = {
          pools: pools({
            reviews: candidates(
              'r',
              Array.from({ length: reviews }, (_, n) => n),
            ),
            fresh: candidates(
              'f',
              Array.from({ length: fresh }, (_, n) => 100 + n),
            ),
          }),
          context: context(),
        };
        const drawn = wholeDay(start);
        const review = ids(drawn.filter((card) => card.from === 'review'));
        const introduced = ids(drawn.filter((card) => card.from === 'fresh'));
        expect(review).toEqual([...review].sort());
        expect(introduced).toEqual([...introduced].sort());
      }),
    );
  });

  it('draws a due learning card before any other, and the earliest of them', () => {
    fc.assert(
      fc.property(anySession, (start) => {
        for (const { id, from, session } of wholeDay(start)) {
          const { now } = session.context;
          const due = session.pools.learning.filter((card) => card.dueAt <= now);
          expect(from === 'learning').toBe(due.length > 0);
          if (from === 'learning') {
            const drawn = due.find((card) => card.id === id)!;
            expect(drawn.dueAt).toBe(Math.min(...due.map((card) => card.dueAt)));
          }
          if (from === 'ahead') {
            expect([...session.pools.reviews, ...session.pools.fresh]).toEqual([]);
          }
        }
      }),
    );
  });

  it('goes on with the same cards after a stop at any point', () => {
    fc.assert(
      fc.property(anySession, fc.nat(), fc.infiniteStream(fc.nat()), (start, stop, keys) => {
        const day = wholeDay(start);
        if (day.length === 0) return;
        const point = stop % day.length;
        // What a reload finds: equal values, and learning cards in any order.
        const { session } = day[point]!;
        const reloaded = JSON.parse(JSON.stringify(session)) as Session;
        const shuffled = reloaded.pools.learning
          .map((card) => ({ card, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ card }) => card);
        const again = { ...reloaded, pools: { ...reloaded.pools, learning: shuffled } };
        expect(ids(wholeDay(again))).toEqual(ids(day.slice(point)));
      }),
    );
  });

  it('keeps the shares of reviews and new cards done within one card of each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (r, f) => {
        const start = {
          pools: pools({
            reviews: candidates(
              'r',
              Array.from({ length: r }, (_, n) => n),
            ),
            fresh: candidates(
              'f',
              Array.from({ length: f }, (_, n) => 100 + n),
            ),
          }),
          context: context(),
        };
        for (const { session } of wholeDay(start)) {
          const { fresh, reviews } = session.context.counts;
          expect(Math.abs(fresh / f - reviews / r)).toBeLessThanOrEqual(
            Math.max(1 / f, 1 / r) + 1e-9,
          );
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Stars } from '../../../src/model/card.js';
import { type CardId, cardId } from '../../../src/model/ids.js';
import {
  drawInterview,
  type InterviewCandidate,
  type InterviewWishes,
  QUESTION_MINUTES,
} from '../../../src/review/draw-interview.js';
import { seededRandom } from '../../../src/schedule/seeded-random.js';

const anyStars = fc.constantFrom<Stars>(1, 2, 3);
const anyCandidates = fc
  .array(fc.record({ stars: anyStars, module: fc.nat(3) }), {
    maxLength: 60,
  })
  .map((cards) => cards.map((card, at) => ({ ...card, id: cardId(`card${at}`) })));
const anyMinutes = fc.integer({ min: 1, max: 120 });
const anySeed = fc.nat();

function wishes(more: Partial<InterviewWishes> = {}, seed = 1): InterviewWishes {
  return {
    minutes: 45,
    questions: null,
    asked: [],
    random: seededRandom(seed),
    canBeAsked: () => true,
    ...more,
  };
}

/** So many cards of a module, with the stars given. */
function cards(module: string, ...stars: Stars[]): InterviewCandidate[] {
  return stars.map((each, at) => ({
    id: cardId(`${module}${at}`),
    stars: each,
    module: module.charCodeAt(0),
  }));
}

const minutesOf = (drawn: readonly { stars: Stars }[]) =>
  drawn.reduce((sum, { stars }) => sum + QUESTION_MINUTES[stars], 0);

describe('the questions of an interview', () => {
  test('are several where several fit: ten minutes are not one question of eight', () => {
    const all = cards('a', 3, 3, 2, 2, 1, 1);
    const starsIn = (minutes: number, from = all, more = {}) =>
      drawInterview(from, wishes({ minutes, ...more })).map(({ stars }) => stars);
    expect(starsIn(10)).toEqual([1, 2]);
    expect(starsIn(8)).toEqual([1, 1]);
    expect(starsIn(16)).toEqual([1, 2, 3]);
    expect(starsIn(5)).toEqual([2]);
    expect(starsIn(10, cards('a', 3, 3))).toEqual([3]);
    expect(starsIn(10, all, { questions: 1 })).toEqual([3]);
    expect(starsIn(15, cards('a', 3, 3, 1))).toEqual([1, 3]);
  });

  test('go from easy to hard, are cards of the query, and none comes twice', () => {
    fc.assert(
      fc.property(anyCandidates, anyMinutes, anySeed, (candidates, minutes, seed) => {
        const drawn = drawInterview(candidates, wishes({ minutes }, seed));
        const stars = drawn.map((question) => question.stars);
        expect(stars).toEqual(stars.toSorted());
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
        for (const { id, stars, plannedMs } of drawn) {
          expect(candidates.find((card) => card.id === id)?.stars).toBe(stars);
          expect(plannedMs).toBe(QUESTION_MINUTES[stars] * 60_000);
        }
      }),
    );
  });

  test('fit the minutes, and no other card would fit too', () => {
    fc.assert(
      fc.property(anyCandidates, anyMinutes, anySeed, (candidates, minutes, seed) => {
        const drawn = drawInterview(candidates, wishes({ minutes }, seed));
        const left = minutes - minutesOf(drawn);
        expect(left).toBeGreaterThanOrEqual(0);
        const ids = new Set(drawn.map(({ id }) => id));
        const others = candidates.filter(({ id }) => !ids.has(id));
        expect(others.every(({ stars }) => QUESTION_MINUTES[stars] > left)).toBe(true);
      }),
    );
  });

  test('are no more than asked for, and exactly so many where there are enough', () => {
    fc.assert(
      fc.property(anyCandidates, fc.integer({ min: 1, max: 70 }), (candidates, questions) => {
        const drawn = drawInterview(candidates, wishes({ minutes: null, questions }));
        expect(drawn).toHaveLength(Math.min(questions, candidates.length));
      }),
    );
  });

  test('are the same for the same seed, and others for another', () => {
    const many = cards('a', ...new Array<Stars>(50).fill(2));
    const draw = (seed: number) => drawInterview(many, wishes({}, seed)).map(({ id }) => id);
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  test('are none of the last interviews while there are others', () => {
    fc.assert(
      fc.property(anyCandidates, anySeed, fc.nat(60), (candidates, seed, count) => {
        const asked = candidates.slice(0, count).map(({ id }) => id);
        const drawn = drawInterview(candidates, wishes({ asked: [asked], minutes: 30 }, seed));
        for (const stars of [1, 2, 3] as const) {
          const fresh = candidates.filter(
            (card) => card.stars === stars && !asked.includes(card.id),
          );
          const ofStars = drawn.filter((question) => question.stars === stars);
          const repeated = ofStars.filter(({ id }) => asked.includes(id)).length;
          expect(repeated).toBe(Math.max(0, ofStars.length - fresh.length));
        }
      }),
    );
  });

  test('come again from the interview longest ago first', () => {
    const three = cards('a', 3, 3, 3);
    const asked = [[cardId('a1')], [cardId('a0'), cardId('a1')], [cardId('a2')]];
    for (const seed of [1, 2, 3, 4, 5]) {
      const drawn = drawInterview(three, wishes({ asked, questions: 2 }, seed));
      expect(drawn.map(({ id }) => id).sort()).toEqual(['a0', 'a2']);
    }
  });

  test('are of as many modules as can be', () => {
    const candidates = [
      ...cards('a', ...new Array<Stars>(40).fill(2)),
      ...cards('b', 2),
      ...cards('c', 2),
      ...cards('d', 2),
    ];
    for (const seed of [1, 2, 3]) {
      const drawn = drawInterview(candidates, wishes({ minutes: null, questions: 4 }, seed));
      expect(drawn.map(({ id }) => id.charAt(0)).sort()).toEqual(['a', 'b', 'c', 'd']);
    }
  });

  test('are only such as can be asked, and others come in the place of the rest', () => {
    fc.assert(
      fc.property(anyCandidates, anyMinutes, anySeed, (candidates, minutes, seed) => {
        const fit = candidates.filter((_, at) => at % 3 !== 0);
        const canBeAsked = (id: CardId) => fit.some((card) => card.id === id);
        const drawn = drawInterview(candidates, wishes({ minutes, canBeAsked }, seed));
        expect(drawn.every(({ id }) => canBeAsked(id))).toBe(true);
        expect(drawn).toHaveLength(drawInterview(fit, wishes({ minutes }, seed)).length);
      }),
    );
  });

  test('mix the difficulties evenly', () => {
    const stars = [1, 2, 3].flatMap((each) => new Array<Stars>(20).fill(each as Stars));
    const drawn = drawInterview(cards('a', ...stars), wishes());
    expect(drawn.map((question) => question.stars)).toEqual([1, 1, 2, 2, 2, 3, 3, 3]);
    expect(minutesOf(drawn)).toBe(45);
  });
});

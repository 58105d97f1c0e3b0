import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeRequest, readJudgement } from '../../../../src/app/agent/judgement.js';
import { VivaError } from '../../../../src/model/error.js';

const good = {
  points: [
    { n: 2, hit: true, why: ' said so ' },
    { n: 1, hit: false },
  ],
  rating: 2,
  comment: 'Half of it.',
};

describe('a judgement', () => {
  test.each([
    ['alone', JSON.stringify(good)],
    ['fenced', `Here it is:\n\`\`\`json\n${JSON.stringify(good, null, 1)}\n\`\`\`\nThanks!`],
  ])('is read %s', (_, text) => {
    expect(readJudgement(text, 3)).toEqual({
      points: [{ hit: false, why: '' }, { hit: true, why: 'said so' }, null],
      rating: 2,
      comment: 'Half of it.',
    });
  });

  test.each(['', 'no', '{', '[]', '{"points":{}}', '{"rating":9}', '{"points":[{"n":1}]}'])(
    'that is none is refused: %s',
    (text) => {
      expect(() => readJudgement(text, 1)).toThrow(VivaError);
    },
  );

  test('is as long as the points, whatever a judge says', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(12), (text, points) => {
        try {
          expect(readJudgement(text, points).points).toHaveLength(points);
        } catch (error) {
          expect(error).toBeInstanceOf(VivaError);
        }
      }),
    );
  });

  test('is asked for with the texts of the card and the typed answer alone', () => {
    const card = { question: 'Q?', answer: 'A.' };
    const request = judgeRequest(card, null, 'mine', 'de');
    expect(Object.keys(request).sort()).toEqual([
      ...['language', 'modelAnswer', 'points', 'question', 'task', 'typedAnswer', 'version'],
    ]);
    expect(request).toMatchObject({ points: [], typedAnswer: 'mine', language: 'de' });
  });
});

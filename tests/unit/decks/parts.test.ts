import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDeckFile } from '../../../src/deck/parse/file.js';
import { readAnswerParts } from '../../../src/deck/read/answer-parts.js';

/** Follow-ups that a card of so many stars has at least. */
const MIN_FOLLOW_UPS = [0, 1, 2, 3];

const files = readdirSync('decks', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
const modules = files.flatMap(
  (name) => parseDeckFile(name, readFileSync(join('decks', name), 'utf8')).modules,
);

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

/** Words of the rest, code and tables among them, that an answer of so many stars has at least. */
const MIN_REST = [0, 0, 15, 60];
/** Words of prose in it at most: what is said at greater length belongs into follow-ups. */
const MAX_REST_PROSE = [0, 80, 150, 250];

const rests = modules.flatMap(({ title, number, cards }) =>
  cards.map(({ question, answer, stars, line }) => ({
    ...{ question, stars, number: number ?? -1, place: `${title}, line ${line}` },
    rest: readAnswerParts(answer).rest,
  })),
);
const prose = (text: string) =>
  text.replaceAll(/```[\s\S]*?```/g, ' ').replaceAll(/^\s*\|.*$/gm, ' ');

describe('the rest of an answer', () => {
  test('is as long as its stars want it', () => {
    const wrong = rests.filter(
      ({ rest, stars }) =>
        words(rest) < (MIN_REST[stars] ?? 0) || words(prose(rest)) > (MAX_REST_PROSE[stars] ?? 0),
    );
    expect(wrong.map(({ place }) => place)).toEqual([]);
  });

  test('is short for one star and deep for three', () => {
    const median = (stars: number) => {
      const all = rests.filter((each) => each.stars === stars).map(({ rest }) => words(rest));
      return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
    };
    expect(median(2)).toBeGreaterThan(2 * median(1));
    expect(median(3)).toBeGreaterThan(1.25 * median(2));
  });

  test('begins with what to ask first, where a case wants something designed', () => {
    const wanted = /\b(?:Design|Lay out)\b|[Hh]ow (?:do|would) you (?:design|store|organize|build)/;
    const cases = rests.filter(
      ({ number, question }) => number >= 68 && number <= 81 && wanted.test(question),
    );
    expect(cases.length).toBeGreaterThan(10);
    const silent = cases.filter(({ rest }) => !/ask first/.test(rest.split('\n\n')[0] ?? ''));
    expect(silent.map(({ place }) => place)).toEqual([]);
  });
});

test('diagrams fit into 76 columns', () => {
  const wide = files.flatMap((name) => {
    const text = readFileSync(join('decks', name), 'utf8');
    return [...text.matchAll(/^```text\n([\s\S]*?)^```/gm)]
      .flatMap(([, drawn = '']) => drawn.split('\n'))
      .filter((line) => [...line].length > 76)
      .map((line) => `${name}: ${line}`);
  });
  expect(wide).toEqual([]);
});

describe.each(modules.map((module) => [module.title, module] as const))('%s', (_, module) => {
  test('says when it was verified', () => {
    expect(module.unknownKeys).toHaveProperty('verified');
  });

  test('every answer has its parts', () => {
    const missing = module.cards.flatMap(({ answer, stars, line }) => {
      const { short, points, followUps } = readAnswerParts(answer);
      const has = (kind: string) => points.some((point) => point.kind === kind);
      const good = points.filter(({ kind }) => kind === 'good').length;
      return [
        short === null || words(short) > 75 ? 'In short' : '',
        good < 3 || good > 6 || !has('extra') || !has('wrong') ? 'Points' : '',
        followUps.length < (MIN_FOLLOW_UPS[stars] ?? 0) ? 'Follow-ups' : '',
        followUps.some((each) => each.answer === '') ? 'the answer of a follow-up' : '',
      ].flatMap((what) => (what === '' ? [] : [`line ${line}: ${what}`]));
    });
    expect(missing).toEqual([]);
  });
});

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

const words = (text: string) => text.split(/\s+/).length;

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

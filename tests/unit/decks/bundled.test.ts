import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintDecks } from '../../../src/app/import/lint.js';
import { readModules } from '../../../src/app/import/read-modules.js';
import * as files from '../../../src/platform/files.js';

const DECKS = resolve('decks');
const modules = files
  .findModuleFiles(DECKS)
  .flatMap(({ path }) => readModules(path, files.readBytes(path)).modules);
const cards = modules.flatMap((module) => module.cards.map((card) => ({ module, card })));

/** Text without code and tables, white space folded. */
function prose(markdown: string): string {
  return markdown
    .replaceAll(/```[\s\S]*?```/g, ' ')
    .replaceAll(/^\s*\|.*$/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

describe('the bundled decks', () => {
  test('are 83 modules, numbered 0 to 82 without a gap', () => {
    const numbers = modules.map(({ number }) => number ?? -1).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 83 }, (_, n) => n));
    expect(new Set(modules.map(({ title }) => title)).size).toBe(83);
  });

  test('hold at least 459 questions, none twice', () => {
    expect(cards.length).toBeGreaterThanOrEqual(459);
    const questions = cards.map(({ card }) => prose(card.question).toLowerCase());
    expect(new Set(questions).size).toBe(questions.length);
  });

  test('have nothing that lint warns of', () => {
    const { diagnostics } = lintDecks([{ kind: 'path', path: DECKS }], files);
    expect(diagnostics).toEqual([]);
  });

  test('answer each question in 60 words or more, and to the end', () => {
    const short = cards.filter(({ card }) => prose(card.answer).split(' ').length < 60);
    expect(short.map(({ card }) => card.question)).toEqual([]);
    expect(cards.filter(({ card }) => card.defects.length > 0)).toEqual([]);
  });

  test('link only to modules that are there', () => {
    const titles = new Set(modules.map(({ title }) => title));
    const broken = modules.flatMap(({ title, extras }) =>
      extras.related.filter((name) => !titles.has(name)).map((name) => `${title} → ${name}`),
    );
    expect(broken).toEqual([]);
    expect(modules.filter(({ extras }) => extras.related.length === 0)).toEqual([]);
  });

  test('share no sentence of eight or more words between two answers', () => {
    const seen = new Map<string, string>();
    const shared: string[] = [];
    for (const { card } of cards) {
      const sentences = prose(card.answer)
        .toLowerCase()
        .split(/(?<=[.!?])\s+/);
      for (const sentence of new Set(sentences)) {
        if (sentence.split(' ').length < 8) continue;
        if (seen.has(sentence)) shared.push(sentence);
        seen.set(sentence, card.question);
      }
    }
    expect(shared).toEqual([]);
  });

  test('spread over all three difficulties', () => {
    const count = (stars: number) => cards.filter(({ card }) => card.stars === stars).length;
    expect(count(1)).toBeGreaterThanOrEqual(20);
    expect(count(2)).toBeGreaterThan(200);
    expect(count(3)).toBeGreaterThan(180);
  });

  test('have insights, a key question and further reading from the web in every module', () => {
    const poor = modules.filter(
      ({ extras }) =>
        extras.keyQuestion === '' ||
        extras.insights.length < 3 ||
        extras.reading.length < 3 ||
        extras.reading.some(({ url }) => !url.startsWith('https://')),
    );
    expect(poor.map(({ title }) => title)).toEqual([]);
  });
});

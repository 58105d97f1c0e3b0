import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { writeModule } from '../../../../src/deck/write/module.js';
import type { DeckModule } from '../../../../src/model/module.js';
import { CORPUS } from '../../../support/corpus.js';

const root = join(import.meta.dirname, '../../../..');
const corpus = join(root, '../shared/corpus/modules');
const decks = join(root, 'decks');

function read(folder: string): ReturnType<typeof parseDeckFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
  const parsed = files.map((file) => parseDeckFile(file, readFileSync(file, 'utf8')));
  return {
    modules: parsed.flatMap((file) => file.modules),
    diagnostics: parsed.flatMap((file) => file.diagnostics),
  };
}

function tally(values: Iterable<string | number>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const cardsOf = (modules: readonly DeckModule[]) => modules.flatMap((module) => module.cards);

describe.skipIf(!existsSync(corpus))('the shared corpus, converted', () => {
  const { modules, diagnostics } = existsSync(corpus)
    ? read(corpus)
    : { modules: [], diagnostics: [] };
  const cards = cardsOf(modules);

  test('has every module, card, star and company', () => {
    expect(modules).toHaveLength(CORPUS.modules);
    expect(cards).toHaveLength(CORPUS.cards);
    expect(tally(cards.map((card) => card.stars))).toEqual(CORPUS.stars);
    expect(tally(cards.flatMap((card) => card.companies))).toMatchObject(CORPUS.companies);
    expect(tally(modules.map((module) => module.part))).toEqual(CORPUS.parts);
  });

  test('has 282 answers and 70 questions that break off', () => {
    expect(tally(cards.flatMap((card) => card.defects))).toMatchObject({
      'answer-truncated': CORPUS.answersCutOff,
      'question-truncated': CORPUS.questionsCutOff,
    });
    expect(diagnostics.filter((finding) => finding.code === 'answer-truncated')).toHaveLength(
      CORPUS.answersCutOff,
    );
  });

  test('has the rest of each module', () => {
    expect(modules.every((module) => module.extras.keyQuestion !== '')).toBe(true);
    expect(modules.every((module) => module.extras.insights.length > 0)).toBe(true);
    expect(modules.filter((module) => module.extras.code !== '')).toHaveLength(66);
    expect(modules.filter((module) => module.extras.reading.length > 0)).toHaveLength(71);
    expect(modules.filter((module) => module.extras.related.length > 0)).toHaveLength(82);
    const links = modules.flatMap((module) => module.extras.reading);
    expect(links.filter((link) => !/^https?:\/\//.test(link.url))).toEqual([]);
  });

  test('is written as it was read', () => {
    for (const module of modules) {
      const [again] = parseDeckFile('again.md', writeModule(module)).modules;
      const cardsAgain = again?.cards.map((card, index) => ({
        ...card,
        line: module.cards[index]?.line,
      }));
      expect({ ...again, cards: cardsAgain }).toEqual(module);
    }
  });
});

describe.skipIf(!existsSync(decks))('the bundled decks', () => {
  const { modules, diagnostics } = existsSync(decks)
    ? read(decks)
    : { modules: [], diagnostics: [] };

  test('are without a finding and have questions in every module', () => {
    expect(diagnostics).toEqual([]);
    expect(modules.length).toBeGreaterThanOrEqual(5);
    expect(modules.filter((module) => module.cards.length === 0)).toEqual([]);
    expect(cardsOf(modules).flatMap((card) => card.defects)).toEqual([]);
  });
});

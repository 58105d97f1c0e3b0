import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORPUS } from '../support/corpus.js';
import { Viva } from '../support/viva.js';

const COLLECTION = resolve('../shared/corpus/transformer-math-collection.txt');

interface Listed {
  readonly difficulty: number;
  readonly companies: string[];
  readonly flags: string[];
  readonly module: { part: string; number: number };
  readonly question: string;
  readonly answer: string;
}

describe.skipIf(!existsSync(COLLECTION))('the real collection', () => {
  test('is imported, filtered, reviewed, and every rating is kept', async () => {
    const viva = new Viva();
    const { modules: total, cards: all } = CORPUS;
    const report = viva.json(['import', COLLECTION]);
    expect(report.modules).toEqual({ total, added: total, updated: 0, unchanged: 0 });
    expect(report.cards).toMatchObject({ total: all, added: all });
    expect(viva.json(['import', COLLECTION]).cards).toMatchObject({ total: all, unchanged: all });

    const hard = viva.json(['list', 'company:anthropic', 'difficulty:3']).cards;
    const terminal = viva.open([
      'review',
      'company:anthropic',
      'difficulty:3',
      '--new',
      '20',
      '--limit',
      '10',
    ]);
    for (let done = 0; done < 10; done++) {
      await terminal.waitFor(`${done}/10 done`);
      terminal.send(' ');
      await terminal.waitFor('1 Again');
      terminal.send('4');
    }
    await terminal.waitFor('Limit reached.');
    terminal.send('q');
    expect((await terminal.waitForExit()).status).toBe(0);

    const reviewed = viva.json(['list', 'rated:1']).cards;
    expect(reviewed).toHaveLength(10);
    const ids = new Set(hard.map(({ id }: { id: string }) => id));
    for (const { id } of reviewed) {
      expect(ids.has(id)).toBe(true);
      const { history } = viva.json(['show', id]);
      expect(history).toHaveLength(1);
      expect(history[0]).toMatchObject({ kind: 'review', rating: 4, undone: false });
    }
    // Sixteen starts of the program, on a machine that may be busy.
  }, 120_000);

  test('gives the figures of the design', () => {
    const viva = new Viva();
    viva.json(['import', COLLECTION]);
    const cards: Listed[] = viva.json(['list']).cards;
    const count = (test: (card: Listed) => boolean) => cards.filter(test).length;
    expect([1, 2, 3].map((stars) => count((card) => card.difficulty === stars))).toEqual(
      Object.values(CORPUS.stars),
    );
    const names = Object.keys(CORPUS.companies);
    expect(names.map((name) => count((card) => card.companies.includes(name)))).toEqual(
      Object.values(CORPUS.companies),
    );
    const parts: Record<string, Set<number>> = {};
    for (const { module } of cards) {
      parts[module.part] ??= new Set();
      parts[module.part]?.add(module.number);
    }
    expect(
      Object.fromEntries(Object.entries(parts).map(([part, set]) => [part, set.size])),
    ).toEqual(CORPUS.parts);
    expect(count((card) => card.flags.includes('answer-truncated'))).toBe(CORPUS.answersCutOff);
    expect(count((card) => card.flags.includes('question-truncated'))).toBeGreaterThan(24);
  });

  test('converted to clean modules gives the same cards', () => {
    const viva = new Viva();
    viva.json(['import', COLLECTION, '--as', 'damaged']);
    viva.json(['convert', COLLECTION, '-o', 'clean']);
    viva.json(['import', 'clean']);
    const fields = ({ question, answer, difficulty, companies, flags, module }: Listed) => ({
      question,
      answer,
      difficulty,
      companies,
      flags: flags.filter((flag) => flag !== 'encoding-lost'),
      module,
    });
    const damaged = viva.json(['list', 'collection:damaged']).cards.map(fields);
    const clean = viva.json(['list', 'collection:clean']).cards.map(fields);
    expect(clean).toEqual(damaged);
  });
});

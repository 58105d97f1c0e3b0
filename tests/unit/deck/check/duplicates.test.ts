import { expect, test } from 'vitest';
import { duplicateModules, duplicateQuestions } from '../../../../src/deck/check/duplicates.js';
import type { DeckCard } from '../../../../src/model/card.js';

const entry = (file: string, title: string, number: number | null, line = 1) => ({
  file,
  module: { title, number, line },
});

test('reports the later of two modules of different files with one number or title', () => {
  const found = duplicateModules([
    entry('a.md', 'KV Cache', 22),
    entry('b.md', 'Other', 22, 5),
    entry('c.md', 'kv cache ', null),
    entry('d.md', 'KV Cache', 23),
    entry('e.md', 'Alone', 7),
  ]);
  expect(found.map(({ file, line, code, message }) => [file, line, code, message])).toEqual([
    [
      'b.md',
      5,
      'duplicate-module',
      'the number 22 is used by the module at a.md:1: change one of them',
    ],
    [
      'c.md',
      1,
      'duplicate-module',
      'the title "kv cache " is used by the module at a.md:1: change one of them',
    ],
    [
      'd.md',
      1,
      'duplicate-module',
      'the title "KV Cache" is used by the module at a.md:1: change one of them',
    ],
  ]);
});

test('leaves modules of one file to the parser of that file', () => {
  expect(duplicateModules([entry('a.md', 'X', 1), entry('a.md', 'X', 1, 9)])).toEqual([]);
});

const asks = (file: string, ...cards: [question: string, answer: string][]) => ({
  file,
  module: {
    cards: cards.map(([question, answer], at) => ({ question, answer, line: at + 1 }) as DeckCard),
  },
});

test('reports a question that an earlier file asks, whatever its answer where it tells enough', () => {
  const long = 'What does a cache of keys and values save?';
  const found = duplicateQuestions([
    asks('a.md', [long, 'Work.'], ['What is printed?', '1']),
    asks(
      'b.md',
      [long.toUpperCase(), 'Time.'],
      ['What is printed?', '2'],
      ['What is printed?', '1'],
    ),
    asks('b.md', ['What is  printed?', '2']),
  ]);
  expect(found.map(({ file, line, code }) => [file, line, code])).toEqual([
    ['b.md', 1, 'duplicate-question'],
    ['b.md', 3, 'duplicate-question'],
  ]);
  expect(found[0]?.message).toContain('is at a.md:1');
});

test('leaves questions of one file to its reader', () => {
  expect(duplicateQuestions([asks('a.md', ['Why?', 'So.'], ['Why?', 'So.'])])).toEqual([]);
});

import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { Viva } from '../support/viva.js';

test("a schedule of Obsidian's becomes a first memory, once, and it is said", () => {
  const viva = new Viva();
  viva.now = '2026-11-24T08:00:00Z';
  const notes = viva.write(
    'notes/caches.md',
    [
      '#flashcards',
      'What is a cache?::A copy that is near <!--SR:!2026-12-04,20,250-->',
      '',
      'What is a miss?::A value that is not there',
      '',
      'Left:::Right <!--SR:!2026-11-20,3,230!2000-01-01,1,250-->',
    ].join('\n\n'),
  );
  const first = viva.run(['import', notes, '--as', 'notes']);
  expect(first.stderr).toContain('2 cards start with the schedule');
  const cards = viva.json(['list', 'collection:notes']).cards;
  const of = (question: string) =>
    cards.find((card: { question: string }) => card.question === question);
  expect(of('What is a cache?')).toMatchObject({
    state: 'review',
    due: '2026-12-04T04:00:00.000Z',
  });
  expect(of('What is a miss?').state).toBe('new');
  expect(of('Left')).toMatchObject({ state: 'review', due: '2026-11-20T04:00:00.000Z' });
  expect(of('Right').state).toBe('new');
  viva.write(
    'notes/caches.md',
    '#flashcards\n\nWhat is a cache?::A copy <!--SR:!2027-12-04,90,250-->',
  );
  expect(viva.run(['import']).stderr).not.toContain('start with the schedule');
});

test('the reviews that hashcards exports come with its cards, once; an export of Mochi is read', () => {
  const viva = new Viva();
  viva.now = '2026-11-24T08:00:00Z';
  const card = (hash: string, content: object, performance: object | null = null) => ({
    ...{ hash, familyHash: null, deckName: 'Deck', performance, content },
    location: { filePath: 'Deck.md', lineStart: 1, lineEnd: 2 },
  });
  const cards = [
    card('a', { basic: { question: 'What is a?', answer: 'It.' } }),
    card('b', { cloze: { text: 'The cat sat.', start: 4, end: 6 } }),
    card(
      'c',
      { basic: { question: 'Gone?', answer: 'So.' } },
      { intervalDays: 3, dueDate: '2026-11-26' },
    ),
  ];
  const reviews = ['a', 'b', 'a'].map((hash, day) => ({
    ...{ hash, reviewedAt: `2026-11-1${day}T10:00:00`, grade: 'good' },
  }));
  writeFileSync(`${viva.home}/reviews.json`, JSON.stringify({ cards, sessions: [{ reviews }] }));
  writeFileSync(`${viva.home}/Deck.md`, 'Q: What is a?\nA: It.\n\nC: The [cat] sat.\n');
  const trial = viva.run(['import', 'Deck.md', 'reviews.json', '--dry-run']);
  expect(trial.stderr).toContain('3 cards of');
  const { status, stderr } = viva.run(['import', 'Deck.md', 'reviews.json']);
  expect([status, stderr]).toEqual([0, expect.stringContaining('2 cards got the reviews')]);
  expect(stderr).toContain('1 card there fit no new card');
  expect(viva.run(['import', 'reviews.json']).stderr).toContain('0 cards got the reviews');
  expect(viva.run(['list', '-is:new']).stdout).toContain('2 cards');
  const text =
    '{:version 2, :decks [{:name "Ops" :cards ({:content "What is a pod?\\n---\\nA unit."})}]}';
  writeFileSync(`${viva.home}/ops.mochi`, zipSync({ 'data.edn': strToU8(text) }));
  expect(viva.run(['import', 'ops.mochi']).stdout).toContain('an export of Mochi');
});

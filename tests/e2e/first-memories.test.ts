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
  expect(first.stderr).toContain('2 cards got a first memory');
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
  expect(viva.run(['import']).stderr).not.toContain('first memory');
});

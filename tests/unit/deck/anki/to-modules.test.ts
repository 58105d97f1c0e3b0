import { describe, expect, test } from 'vitest';
import { convertCards } from '../../../../src/deck/anki/convert-cards.js';
import { toModules } from '../../../../src/deck/anki/to-modules.js';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { writeModule } from '../../../../src/deck/write/module.js';
import type { AnkiCard, AnkiCollection, AnkiNote } from '../../../../src/model/anki.js';
import { foreignOrigin, isForeignId } from '../../../../src/model/foreign-id.js';

const note = (id: number, more: Partial<AnkiNote> = {}): AnkiNote => ({
  ...{ id, guid: `g${id}`, noteType: 1, changedAt: 0, tags: [], fields: [`q${id}`, `a${id}`] },
  ...more,
});
const card = (id: number, more: Partial<AnkiCard> = {}): AnkiCard => ({
  ...{ id, note: id, deck: 1, ordinal: 0, changedAt: 0, type: 0, queue: 0, due: id, interval: 0 },
  ...{ factor: 0, reps: 0, lapses: 0, left: 0, flag: 0, data: '' },
  ...more,
});
const deck = (id: number, name: string) => ({ id, name, description: 'all <b>about</b> it' });

function convert(more: Partial<AnkiCollection>) {
  const template = { name: 'C', question: '{{F}}', answer: '{{B}}' };
  const collection: AnkiCollection = {
    createdAt: 0,
    scheduler: 2,
    noteTypes: [
      { id: 1, name: 'T', cloze: false, css: '', fields: ['F', 'B'], templates: [template] },
    ],
    decks: [deck(1, 'Biology::Cells')],
    notes: [],
    cards: [],
    reviews: [],
    ...more,
  };
  const { cards, skipped } = convertCards(collection);
  const own = new Set(cards.filter(({ isOwn }) => isOwn).map(({ source }) => source.deck));
  return { modules: toModules(collection.decks, cards, own), cards, skipped };
}

describe('decks as modules', () => {
  test('keep their place, tags and order', () => {
    const tags = ['company::Scale_AI', 'difficulty::3', 'Exam', 'leech', 'year::1'];
    const { modules, skipped } = convert({
      notes: [note(7, { tags }), note(5, { tags: ['Lab', 'year::1'] })],
      cards: [card(7), card(5)],
    });
    expect(skipped).toBe(0);
    expect(modules).toMatchObject([
      {
        ...{ title: 'Cells', part: 'Biology', number: null, subtitle: 'all **about** it' },
        tags: ['year::1'],
        cards: [
          { question: 'q5', answer: 'a5', stars: 2, companies: [], tags: ['Lab'] },
          { question: 'q7', stars: 3, companies: ['Scale AI'], tags: ['Exam'] },
        ],
      },
    ]);
  });

  test('of viva have their number and part again, and their order of new cards', () => {
    const guid = (letter: string) => `viva-${letter.repeat(12)}`;
    const { modules } = convert({
      decks: [deck(1, 'mine::Inference::22 KV Cache'), deck(2, 'other::22 Rest')],
      notes: [
        note(1, { guid: guid('a') }),
        note(2, { guid: guid('b') }),
        note(3, { guid: guid('c') }),
      ],
      cards: [
        card(1, { due: 9 }),
        card(2, { type: 2, data: '{"pos":4,"s":1}' }),
        card(3, { deck: 2 }),
      ],
    });
    expect(modules).toMatchObject([
      { part: 'Inference', number: 22, title: 'KV Cache' },
      { part: '', number: null, title: 'Rest' },
    ]);
    expect(modules[0]?.cards.map(({ explicitId }) => explicitId)).toEqual([guid('b'), guid('a')]);
    expect(modules[1]?.cards[0]?.explicitId).toBe(guid('c'));
  });

  test('leave out cards that ask nothing or lack their note', () => {
    const { modules, skipped } = convert({
      notes: [note(1, { fields: ['<br>', 'a'] }), note(2), note(3, { noteType: 9 })],
      cards: [card(1), card(2), card(2, { id: 20, ordinal: 1 }), card(3), card(4)],
    });
    expect(modules.flatMap(({ cards }) => cards.map(({ question }) => question))).toEqual(['q2']);
    expect(skipped).toBe(4);
  });

  test('stay those of viva where a note was added to them on the phone', () => {
    const { modules } = convert({
      decks: [deck(1, 'mine::Inference::22 KV Cache')],
      notes: [note(1, { guid: `viva-${'a'.repeat(12)}` }), note(2)],
      cards: [card(1), card(2)],
    });
    expect(modules).toMatchObject([{ part: 'Inference', number: 22, title: 'KV Cache' }]);
  });

  test('give each card an id of its own that can stand in a file, and says whose it is', () => {
    const guids = ['-->', 'x\n>', 'x\n>', ' ', 'aB3{~', 'é', '-'.repeat(200)];
    const { modules } = convert({
      notes: guids.map((guid, id) => note(id, { guid })),
      cards: guids.map((_, id) => card(id)),
    });
    const ids = modules[0]?.cards.map(({ explicitId }) => explicitId ?? '') ?? [];
    expect(new Set(ids).size).toBe(guids.length);
    const written = modules.map(writeModule).join('');
    const read = parseDeckFile('a.md', written).modules.flatMap(({ cards }) => cards);
    expect(read.map(({ explicitId }) => explicitId)).toEqual(ids);
    expect(ids.every(isForeignId)).toBe(true);
    const origins = ids.map((id) => foreignOrigin(id)?.guid ?? null);
    expect(origins).toEqual(['-->', 'x\n>', null, ' ', 'aB3{~', 'é', null]);
  });

  test('take cards of a deck that is missing', () => {
    const { modules } = convert({ decks: [], notes: [note(1)], cards: [card(1)] });
    expect(modules).toMatchObject([{ title: 'Deck', cards: [{ question: 'q1' }] }]);
  });
});

test('short answers of a package are whole: it holds no text that was cut off', () => {
  const fields = ['Capital of France', 'Paris'];
  const { modules } = convert({
    notes: [note(1, { fields }), note(2, { fields: ['What is it?', 'the'] })],
    cards: [card(1), card(2)],
  });
  const written = modules.map(writeModule).join('');
  const read = (text: string) =>
    parseDeckFile('a.md', text).modules.flatMap(({ cards }) => cards.map(({ defects }) => defects));
  expect(read(written)).toEqual([[], []]);
  // The same words of another's are what they look like.
  const others = written.replaceAll(/<!-- id: anki-\S+ -->/g, '');
  expect(read(others)).toEqual([['answer-truncated', 'question-truncated'], ['answer-truncated']]);
});

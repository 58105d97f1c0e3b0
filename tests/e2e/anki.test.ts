import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cardHtml } from '../../src/export/apkg/card-html.js';
import type { AnkiCollection } from '../../src/model/anki.js';
import { packAnki } from '../../src/platform/apkg/pack.js';
import { unpackAnki } from '../../src/platform/apkg/unpack.js';
import { readAnkiCollection } from '../../src/store/anki/read-collection.js';
import { writeAnkiCollection } from '../../src/store/anki/write-collection.js';
import { ankiPackage, KINDS } from '../support/anki-packages.js';
import { Phone } from '../support/anki-phone.js';
import { fetchMnemosyne, readWithMnemosyne } from '../support/mnemosyne.js';
import { BUNDLED_DECKS, moduleText, Viva } from '../support/viva.js';
import { zstdFrame } from '../support/zstd-frame.js';

const NOW = Date.UTC(2026, 10, 24, 8);
const DAY = 86_400_000;
const LATER = '2026-11-24T09:00:00Z';

const ANSWER = `It has **bold**, *italics* and \`code <b>\`; $a_1 < b$ too.

- one
  1. two

| a | b |
|---|:-:|
| \`x\` | [y](https://example.org/y) |

\`\`\`python
def f(x):
    return x < 1
\`\`\`

$$
x^2
$$`;

/** A person with cards of every state: new, learning, review, relearning, suspended, forgotten. */
function reviewer(): Viva {
  const viva = new Viva();
  const questions = ['new', 'step', 'known', 'lapsed', 'away', 'forgot'].map((word, at) => ({
    q: `What is ${word}?`,
    a: at === 0 ? ANSWER : `It is ${word}.`,
    stars: ['★☆☆', '★★☆', '★★★'][at % 3] ?? '',
    companies: at % 2 === 0 ? 'Scale AI, Google' : 'Meta',
  }));
  viva.write('decks/m.md', moduleText('KV Cache & Memory', 22, questions));
  expect(viva.run(['import', 'decks', '--as', 'mine']).status).toBe(0);
  const grade = (word: string, rating: string, at: string) => {
    const { id } = viva.json(['list', `"What is ${word}?"`]).cards[0];
    expect(viva.run(['grade', id, rating, '--at', at]).status).toBe(0);
  };
  grade('step', 'good', '2026-11-24T07:55:00Z');
  for (const word of ['known', 'lapsed', 'forgot']) grade(word, 'easy', '2026-11-01T09:00:00Z');
  grade('known', 'good', '2026-11-09T09:00:00Z');
  grade('lapsed', 'again', '2026-11-24T07:58:00Z');
  expect(viva.run(['suspend', '"What is away?"', '--yes']).status).toBe(0);
  expect(viva.run(['forget', '"What is forgot?"', '--yes']).status).toBe(0);
  return viva;
}

/** What an import must keep of each card. */
function essence(viva: Viva) {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of `list --json`
  return viva.json(['list']).cards.map((card: any) => ({
    question: cardHtml(card.question),
    answer: cardHtml(card.answer),
    module: [card.module.number, card.module.title, card.module.part],
    companies: card.companies,
    difficulty: card.difficulty,
    tags: card.tags,
    state: card.state,
    memory: card.memory,
    reps: card.reps,
    lapses: card.lapses,
    suspended: card.suspended,
    history: viva.json(['show', card.id]).history.length,
  }));
}

describe('a package', { timeout: 120_000 }, () => {
  test('brings everything back into an empty home, and again brings nothing new', () => {
    const viva = reviewer();
    const told = viva.json(['export', 'apkg', '-o', 'v.apkg']);
    expect(told).toMatchObject({ version: 1, format: 'apkg', cards: 6, decks: 1, reviews: 7 });
    const other = new Viva();
    const args = ['import', join(viva.home, 'v.apkg'), '-o', 'back', '--as', 'mine'];
    const first = other.json(args);
    expect(first.cards).toMatchObject({ total: 6, added: 6 });
    expect(first.anki).toMatchObject({ events: 8, skipped: 0, media: [], mediaFiles: 0 });
    expect(essence(other)).toEqual(essence(viva));
    const again = other.json(args);
    expect(again.anki).toMatchObject({ known: 6, events: 0, written: [] });
    const known = other.json(['list', '"What is known?"']).cards[0];
    expect(other.json(['show', known.id]).history).toHaveLength(2);
    expect(other.json(['import', 'back', '--as', 'mine']).cards.unchanged).toBe(6);
  });

  test('of the bundled decks brings back what each card shows', () => {
    const viva = new Viva();
    expect(viva.run(['import', BUNDLED_DECKS, '--as', 'viva']).status).toBe(0);
    expect(viva.run(['export', 'apkg', '-o', 'v.apkg']).status).toBe(0);
    const other = new Viva();
    const { modules, diagnostics } = other.json(['import', join(viva.home, 'v.apkg'), '-o', 'x']);
    expect(modules.added).toBe(83);
    expect(diagnostics).toEqual([]);
    const shown = (of: Viva) =>
      // biome-ignore lint/suspicious/noExplicitAny: the shape of `list --json`
      of.json(['list']).cards.map((card: any) => ({
        text: [cardHtml(card.question), cardHtml(card.answer)],
        place: [card.module, card.companies, card.difficulty, card.tags],
      }));
    expect(shown(other)).toEqual(shown(viva));
  });

  test('comes back from the phone with what was done there, into whatever folder', () => {
    const viva = reviewer();
    viva.run(['export', 'apkg', '-o', 'v.apkg']);
    const phone = new Phone();
    phone.importDecks(contentOf(join(viva.home, 'v.apkg')), true);
    const cardOf = (word: string) =>
      phone.cards.find((card) => phone.noteOf(card).fields[0]?.includes(word)) ?? expect.fail();
    phone.review(cardOf('known'), 3, NOW + 60_000, 5000);
    phone.suspend(cardOf('lapsed'), true, NOW + 61_000);
    phone.edit(cardOf('step'), 1, '<p>It is a <b>stair</b>.</p>', NOW + 62_000);
    phone.addNote('Noted?', 'On the phone.', NOW + 63_000);
    viva.now = LATER;
    writeFileSync(
      join(viva.home, 'p.apkg'),
      ankiPackage(phone.content(), KINDS[2] ?? expect.fail()),
    );
    const told = viva.json(['import', 'p.apkg', '-o', 'elsewhere']);
    expect(told.cards).toMatchObject({ total: 1, added: 1 });
    expect(told.anki).toMatchObject({ known: 6, reviews: 1, marks: 1, isScheduled: true });
    expect(told.anki.texts).toMatchObject([{ anki: { answer: 'It is a **stair**.' } }]);
    const again = viva.run(['import', 'p.apkg']);
    expect(again.stdout).toContain('7 cards already here');
    expect(again.stdout).toContain('0 reviews and 0 marks added');
    expect(again.stdout).toContain('- It is step.\n    + It is a **stair**.');
    viva.now = '2026-11-24T10:00:00Z';
    const { texts } = viva.json(['import', 'p.apkg', '--take-texts']).anki;
    expect(texts).toMatchObject([{ taken: true }]);
    expect(viva.json(['import', 'p.apkg']).anki.texts).toEqual([]);
    const deck = readFileSync(join(viva.home, 'decks/m.md'), 'utf8');
    expect(deck).toContain('It is a **stair**.');
    expect(deck).not.toContain('It is step.');
    const cards = viva.json(['list']).cards;
    expect(cards).toHaveLength(7);
    expect(viva.json(['undo']).undone.kind).toBe('files');
    // biome-ignore lint/suspicious/noExplicitAny: the shape of `list --json`
    const named = (word: string) => cards.find((card: any) => card.question.includes(word));
    expect(named('known').reps).toBe(3);
    expect(named('lapsed').suspended).toBe(true);
    expect(named('Noted').tags).toEqual(['phone']);
    expect(viva.run(['export', 'colpkg', '-o', 'v.colpkg']).stdout).toContain(
      'import what the phone has here first',
    );
    expect(contentOf(join(viva.home, 'v.colpkg')).notes).toHaveLength(7);
  });

  test('is not written over a file, nor under a name that Anki does not open', () => {
    const viva = reviewer();
    viva.write('v.apkg', 'mine');
    expect(viva.run(['export', 'apkg', '-o', 'v.apkg']).status).toBe(1);
    expect(readFileSync(join(viva.home, 'v.apkg'), 'utf8')).toBe('mine');
    expect(viva.run(['export', 'apkg', '-o', 'v.zip']).status).toBe(2);
    expect(viva.run(['export', 'apkg']).status).toBe(2);
  });
});

test("Debian's Mnemosyne reads the package, twice without doubling", { timeout: 240_000 }, ({
  skip,
}) => {
  const missing = fetchMnemosyne();
  skip(missing !== null, `no outside reader: ${missing}`);
  const viva = reviewer();
  expect(viva.run(['export', 'apkg', '-o', 'v.apkg']).status).toBe(0);
  const file = join(viva.home, 'v.apkg');
  const data = join(viva.home, 'mnemosyne');
  const first = readWithMnemosyne(file, data);
  expect(first).toMatchObject({ facts: 6, reviews: 7 });
  expect(first.cards).toHaveLength(6);
  const known = first.cards.find(({ question }) => question === '<p>What is known?</p>');
  const { id, due } = viva.json(['list', '"What is known?"']).cards[0];
  expect(known).toMatchObject({
    guid: `viva-${id}`,
    answer: '<p>It is known.</p>',
    tags: [
      'company::Google',
      'company::Scale_AI',
      'difficulty::3',
      'mine::Testing::22 KV Cache & Memory',
      'test',
    ],
    grade: 4,
    reps: 2,
    lapses: 0,
  });
  expect(new Date((known?.next ?? 0) * 1000).toISOString()).toBe(due);
  expect(first.cards.find(({ question }) => question.includes('new'))?.answer).toContain(
    '\\(a_1 &lt; b\\)',
  );
  const second = readWithMnemosyne(file, data);
  expect(second.facts).toBe(6);
  expect(second.cards).toHaveLength(6);
});

/** What a package holds, as viva's own reader has it. */
const contentOf = (path: string) => readAnkiCollection(unpackAnki(readFileSync(path)).database);

const FIELDS = ['Front', 'Back'];

/** A collection as Anki's own, with one note of "Basic" a pair of fields. */
function collection(
  notes: readonly (readonly [front: string, back: string])[],
  more: Partial<AnkiCollection> = {},
): AnkiCollection {
  const back = '{{FrontSide}}<hr id=answer>{{Back}}';
  return {
    createdAt: NOW / 1000 - 100 * 86_400,
    scheduler: 2,
    noteTypes: [
      {
        ...{ id: 1, name: 'Basic', cloze: false, css: '', fields: FIELDS },
        templates: [{ name: 'Card 1', question: '{{Front}}', answer: back }],
      },
    ],
    decks: [{ id: 2, name: 'Biology::Cells', description: '' }],
    notes: notes.map((fields, at) => ({
      ...{ id: 100 + at, guid: `note${at}>--`, noteType: 1, changedAt: 0 },
      ...{ tags: ['exam', 'leech'], fields },
    })),
    cards: notes.map((_, at) => ({
      ...{ id: 200 + at, note: 100 + at, deck: 2, ordinal: 0, changedAt: NOW / 1000, type: 0 },
      ...{ queue: 0, due: at, interval: 0, factor: 0, reps: 0, lapses: 0, left: 0, flag: 0 },
      data: '',
    })),
    reviews: [],
    ...more,
  };
}

function save(viva: Viva, wanted: AnkiCollection, name = 'a.apkg'): string {
  const database = writeAnkiCollection(wanted, { now: NOW, dayStart: 4, minutesWest: 0 });
  const path = join(viva.home, name);
  writeFileSync(path, packAnki(database, NOW));
  return path;
}

describe('a package of Anki', { timeout: 120_000 }, () => {
  test('becomes modules in the folder that was named, with its history', () => {
    const viva = new Viva();
    const review = { card: 200, ease: 3, interval: 1, lastInterval: 0, factor: 500 };
    save(
      viva,
      collection(
        [
          ['What is <b>ATP</b>?', 'Energy<br>of cells'],
          ['And \\(x\\)?', '<img src="x.png">'],
        ],
        {
          reviews: [
            { ...review, id: NOW - 9 * DAY, durationMs: 5000, type: 0 },
            { ...review, id: NOW - 8 * DAY, durationMs: 6000, type: 1 },
          ],
        },
      ),
    );
    const { stdout, stderr, status } = viva.run(['import', 'a.apkg', '-o', 'bio']);
    expect(status).toBe(0);
    expect(stdout).toContain('2 reviews and 0 marks added');
    expect(stderr).toContain('x.png');
    expect(readdirSync(join(viva.home, 'bio'))).toEqual(['cells.md']);
    const [first, second] = viva.json(['list', 'collection:bio']).cards;
    expect(first).toMatchObject({
      module: { number: null, title: 'Cells', part: 'Biology' },
      question: 'What is **ATP**?',
      answer: 'Energy\\\nof cells',
      tags: ['exam'],
      state: 'review',
      reps: 2,
    });
    expect(second).toMatchObject({ question: 'And \\(x\\)?', answer: '![x.png](x.png)', reps: 0 });
    const { history } = viva.json(['show', first.id]);
    expect(history).toHaveLength(2);
    expect(JSON.stringify(history)).toContain('anki');
    expect(viva.json(['import', 'a.apkg', '-o', 'bio']).anki.events).toBe(0);
  });

  test('of the newest kind is read, though it holds an old one too', () => {
    const viva = new Viva();
    const stamp = { now: NOW, dayStart: 4, minutesWest: 0 };
    const database = writeAnkiCollection(collection([['q', 'a']]), stamp);
    const old = writeAnkiCollection(collection([['Please update Anki', '']]), stamp);
    const bytes = zipSync({ 'collection.anki2': old, 'collection.anki21b': zstdFrame(database) });
    writeFileSync(join(viva.home, 'a.apkg'), bytes);
    viva.json(['import', 'a.apkg', '-o', 'new']);
    expect(viva.json(['list']).cards).toMatchObject([{ question: 'q', answer: 'a' }]);
  });

  test('is tried without being taken', () => {
    const viva = new Viva();
    save(viva, collection([['q', 'a']]));
    const told = viva.json(['import', 'a.apkg', '-o', 'bio', '--dry-run']);
    expect(told.cards.added).toBe(1);
    expect(existsSync(join(viva.home, 'bio'))).toBe(false);
    expect(viva.json(['collections']).collections).toEqual([]);
  });

  test('without a folder says what is missing', () => {
    const viva = new Viva();
    save(viva, collection([['q', 'a']]));
    const { status, stderr } = viva.run(['import', 'a.apkg']);
    expect(status).toBe(2);
    expect(stderr).toContain('-o FOLDER');
  });
});

describe('a hostile package', { timeout: 120_000 }, () => {
  test('writes nowhere but in the folder, whatever its decks are called', () => {
    const viva = new Viva();
    const names = [
      '../../evil',
      '/etc/evil',
      '..',
      'a\u0000/../../b',
      'C:\\evil',
      'CON',
      '\u001b[2J',
    ];
    const decks = names.map((name, at) => ({ id: 10 + at, name, description: '' }));
    const cells = collection(names.map((name): [string, string] => [`q ${name}`, 'a']));
    const cards = cells.cards.map((card, at) => ({ ...card, deck: 10 + at }));
    save(viva, { ...cells, decks, cards });
    const before = readdirSync(viva.home);
    const { status, stdout, stderr } = viva.run(['import', 'a.apkg', '-o', 'in/bio']);
    expect(status).toBe(0);
    expect(stdout + stderr).not.toContain('\u001b[2J');
    expect(
      readdirSync(viva.home)
        .filter((name) => !before.includes(name))
        .sort(),
    ).toEqual(['in', 'viva']);
    expect(readdirSync(join(viva.home, 'in'))).toEqual(['bio']);
    const files = readdirSync(join(viva.home, 'in/bio'));
    expect(files).toHaveLength(names.length);
    for (const file of files) {
      expect(file).toMatch(/^[a-z0-9-]+\.md$/);
      expect(statSync(join(viva.home, 'in/bio', file)).isFile()).toBe(true);
    }
  });

  test('with a file that leads out, or a bomb, leaves nothing behind', () => {
    const viva = new Viva();
    const database = writeAnkiCollection(collection([['q', 'a']]), {
      ...{ now: NOW, dayStart: 4, minutesWest: 0 },
    });
    const bomb = new Uint8Array(5_000_000);
    const packages = [
      zipSync({ 'collection.anki2': database, '../../evil': database }),
      zipSync({ 'collection.anki2': database, 0: bomb }),
      zipSync({ 'collection.anki2': bomb }),
      zipSync({ 'collection.anki2': database.subarray(0, 5000) }),
      Buffer.from('no archive'),
    ];
    for (const bytes of packages) {
      writeFileSync(join(viva.home, 'a.apkg'), bytes);
      const { status, stderr } = viva.run(['import', 'a.apkg', '-o', 'bio']);
      expect(status).toBe(1);
      expect(stderr).toContain('Nothing was imported.');
      expect(existsSync(join(viva.home, 'bio'))).toBe(false);
      expect(viva.json(['collections']).collections).toEqual([]);
    }
  });

  test('larger than memory is refused unread', () => {
    const viva = new Viva();
    writeFileSync(join(viva.home, 'a.apkg'), '');
    truncateSync(join(viva.home, 'a.apkg'), 50e9);
    const { status, stderr } = viva.run(['import', 'a.apkg', '-o', 'bio']);
    expect({ status, isSaid: stderr.includes('too large: 50000000000 bytes') }).toEqual({
      status: 1,
      isSaid: true,
    });
    expect(existsSync(join(viva.home, 'bio'))).toBe(false);
  });

  test('whose name is taken by another collection writes no file', () => {
    const viva = new Viva();
    viva.write('x/bio/m.md', moduleText('Mine', 1, [{ q: 'Mine?', a: 'Mine.' }]));
    viva.run(['import', 'x/bio']);
    save(viva, collection([['q', 'a']]));
    const { status, stderr } = viva.run(['import', 'a.apkg', '-o', 'bio']);
    expect(status).toBe(1);
    expect(stderr).toContain('--as');
    expect(existsSync(join(viva.home, 'bio'))).toBe(false);
  });

  test('brings no script and no escape sequence to the screen', () => {
    const viva = new Viva();
    const text = '<script>alert(1)</script><b onclick=x()>q</b>\u001b]0;evil\u0007';
    save(viva, collection([[text, '<img src="\u001b[31m.png"><a href="javascript:x()">a</a>']]));
    const { stdout, stderr } = viva.run(['import', 'a.apkg', '-o', 'bio']);
    const list = viva.run(['list']).stdout;
    expect(stdout + stderr + list).not.toMatch(/\u001b|\u0007/);
    const file = readFileSync(join(viva.home, 'bio/cells.md'), 'utf8');
    expect(file).not.toMatch(/script|onclick|\u001b/);
  });
});

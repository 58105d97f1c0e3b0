import { lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyPlan } from '../../../src/app/edit/apply.js';
import { planMarks } from '../../../src/app/edit/marks.js';
import { planMove } from '../../../src/app/edit/move.js';
import { editCards, writeNew } from '../../../src/app/edit/sessions.js';
import { undoChange } from '../../../src/app/edit/undo-change.js';
import { moduleText } from '../../support/viva.js';
import { review, TODAY } from '../store/support.js';
import { DeskOfFiles, typing } from './desk-of-files.js';

const A = moduleText('Alpha', 1, [
  { q: 'What is alpha one?', a: 'Alpha one is a thing.' },
  { q: 'What is alpha two?', a: 'Alpha two is a thing.' },
]);
const B = moduleText('Beta', 2, [{ q: 'What is beta?', a: 'Beta is second.' }]);
/** Bytes that nobody writes on purpose and nobody must touch. */
const ODD =
  `\uFEFF${A}\n\n  \n<!-- the end -->\t\n## Further Reading\n\n- [x](https://x.org)`.replaceAll(
    '\n',
    '\r\n',
  );

/** The person's own modules, imported. */
function desk(files: Record<string, string> = { 'a.md': A, 'b.md': B }): DeskOfFiles {
  const made = new DeskOfFiles();
  for (const [name, text] of Object.entries(files)) made.write(`notes/${name}`, text);
  made.import('notes');
  return made;
}

const fillIn = typing((text) =>
  text
    .replace('**Q:** ', '**Q:** What is gamma?')
    .replace('</summary>\n\n\n', '</summary>\n\nGamma is third.\n'),
);
const GAMMA = { module: null, stars: 3, companies: ['Acme'], tags: [] } as const;

describe('the person’s own file', () => {
  test('is changed where the marks stand, and undone byte for byte', () => {
    const made = desk({ 'a.md': ODD });
    const change = {
      stars: 1,
      companies: { add: ['Acme'], remove: [] },
      tags: { add: ['own'], remove: [] },
    } as const;
    applyPlan(planMarks(made.find('one'), change, made.ports), 'the change', made.ports);
    const wanted = ODD.replace(
      '### ★★☆ _(Google)_\r\n',
      '### ★☆☆ _(Google, Acme)_\r\n\r\n<!-- tags: own -->\r\n',
    );
    expect(made.read('notes/a.md')).toBe(wanted);
    expect(made.one('difficulty:1 company:acme tag:own').card.question).toBe('What is alpha one?');
    expect(made.all('data/edits')).toEqual({});
    expect(undoChange(null, made.ports)?.what).toBe('the change');
    expect(made.read('notes/a.md')).toBe(ODD);
    expect(made.find('company:acme')).toEqual([]);
    expect(undoChange(null, made.ports)).toBeNull();
  });

  test('that another program packed stays as it is: edits lie over it', () => {
    const packed =
      '{:version 2 :decks [{:id :d :name "Deck" :cards [{:id :c :content "What is m?\\n---\\nIt."}]}]}';
    const made = desk({ 'deck.mochi': packed });
    const open = typing((text) => text.replace('It.', 'It is this.'));
    editCards(made.find('m'), open, made.moment, made.ports);
    expect(made.one('m').card.answer).toBe('It is this.');
    expect(made.read('notes/deck.mochi')).toBe(packed);
    expect(Object.keys(made.all('data/edits'))).toHaveLength(1);
  });

  test('is edited at the card alone, through a link and with its rights', () => {
    const made = desk({ 'b.md': B });
    const real = made.write('elsewhere/a.md', ODD);
    symlinkSync(real, join(made.folder, 'notes/a.md'));
    made.import('notes');
    const { id } = made.one('two').card;
    review(made.store, id, TODAY - 3);
    const open = typing((text) => text.replace('Alpha two is a thing.', 'It is\nanother.'));
    expect(editCards(made.find('two'), open, made.moment, made.ports)).toMatchObject({
      kind: 'written',
      cards: 1,
    });
    expect(readFileSync(real, 'utf8')).toBe(
      ODD.replace('Alpha two is a thing.', 'It is\r\nanother.'),
    );
    expect(lstatSync(join(made.folder, 'notes/a.md')).isSymbolicLink()).toBe(true);
    expect(lstatSync(real).mode & 0o777).toBe(0o644);
    expect(made.one('another')).toMatchObject({ card: { id }, memory: { reps: 1 } });
  });

  test('gets a new card behind the last one of its module', () => {
    const made = desk({ 'a.md': ODD });
    const done = writeNew({ ...GAMMA, module: 'alpha' }, fillIn, made.moment, made.ports);
    expect(done).toMatchObject({ kind: 'written', cards: 1, module: 'Alpha' });
    const text = made.read('notes/a.md');
    const [head = '', tail = ''] = text.split(
      '\r\n\r\n### ★★★ _(Acme)_\r\n\r\n**Q:** What is gamma?\r\n\r\n<details>\r\n<summary>Answer</summary>\r\n\r\nGamma is third.\r\n\r\n</details>',
    );
    expect(head + tail).toBe(ODD);
    expect(made.one('gamma').card).toMatchObject({
      stars: 3,
      companies: ['Acme'],
      module: { title: 'Alpha' },
    });
    undoChange(null, made.ports);
    expect(made.read('notes/a.md')).toBe(ODD);
  });

  test('gives a card to another module, with its history', () => {
    const made = desk();
    const { id } = made.one('two').card;
    review(made.store, id, TODAY - 3);
    applyPlan(
      planMove(made.find('alpha'), 'beta', made.moment, made.ports),
      'the move',
      made.ports,
    );
    expect(made.find('module:2').map(({ card }) => card.question)).toEqual([
      'What is beta?',
      'What is alpha one?',
      'What is alpha two?',
    ]);
    expect(made.one('two')).toMatchObject({ card: { id }, memory: { reps: 1 } });
    expect(made.all('data/edits')).toEqual({});
    undoChange(null, made.ports);
    expect(made.all('notes')).toEqual({ 'a.md': A, 'b.md': B });
    expect(made.one('two')).toMatchObject({
      card: { id, module: { title: 'Alpha' } },
      memory: { reps: 1 },
    });
  });

  test('that has no place for a mark keeps its bytes, and the mark lies over it', () => {
    const shared =
      '---\ntitle: Shared\n---\n\n### ★★☆\n\n**Q:** One of them?\n\n**A:** Yes.\n\n**Q:** Two of them?\n\n**A:** No.\n';
    const made = desk({ 'a.md': shared });
    applyPlan(planMarks(made.find('two'), { stars: 3 }, made.ports), 'the change', made.ports);
    expect(made.read('notes/a.md')).toBe(shared);
    expect(made.one('two').card.stars).toBe(3);
    expect(made.one('one').card.stars).toBe(2);
    const open = typing((text) => text.replace('No.', 'No!'));
    expect(editCards(made.find('two'), open, made.moment, made.ports).kind).toBe('written');
    expect(made.one('two').card).toMatchObject({ stars: 3, answer: 'No!' });
  });

  test('that changes while the editor is open is not written to, and the text is offered again', () => {
    const made = desk();
    const path = join(made.folder, 'notes/a.md');
    const meanwhile = typing((text) => {
      writeFileSync(path, A.replace('Alpha one', 'Alpha 1'));
      return text.replace('Alpha two is a thing.', 'Mine.');
    });
    expect(() => editCards(made.find('two'), meanwhile, made.moment, made.ports)).toThrow(
      /changed while you edited/,
    );
    expect(made.read('notes/a.md')).toBe(A.replace('Alpha one', 'Alpha 1'));
    let offered = '';
    editCards(
      made.find('two'),
      typing((text) => (offered = text)),
      made.moment,
      made.ports,
    );
    expect(offered).toContain('Mine.');
    expect(made.read('notes/a.md')).toBe(
      A.replace('Alpha one', 'Alpha 1').replace('Alpha two is a thing.', 'Mine.'),
    );
    expect(made.all('data/drafts')).toEqual({});
  });

  test('is not written to where it changed between the plan and the writing', () => {
    const made = desk();
    const plan = planMarks(made.find('alpha'), { stars: 3 }, made.ports);
    made.write('notes/a.md', `${A}\n`);
    expect(() => applyPlan(plan, 'it', made.ports)).toThrow(/was changed in the meantime/);
    expect(made.read('notes/a.md')).toBe(`${A}\n`);
    applyPlan(planMarks(made.find('alpha'), { stars: 3 }, made.ports), 'it', made.ports);
    made.write('notes/a.md', A);
    expect(() => undoChange(null, made.ports)).toThrow(
      /was changed since it, which therefore cannot be undone/,
    );
  });
});

describe('a text from the editor', () => {
  test.each<[string, (text: string) => string, number, RegExp]>([
    ['without </details>', (text) => text.replace('</details>', ''), 7, /<details>/],
    [
      'without a question',
      (text) => text.replace('What is alpha two?', ''),
      3,
      /question has no text/,
    ],
    [
      'with an open fence',
      (text) => text.replace('Alpha two is', '```\nAlpha two is').replace('</details>', ''),
      7,
      /details/,
    ],
    [
      'without its heading and text',
      (text) => `${text.split('\n')[0]}\n\n`,
      4,
      /question is missing/,
    ],
    [
      'that begins a module',
      (text) =>
        text.replace('Alpha two is a thing.', '</details>\n\n---\ntitle: X\n---\n\n<details>\nx'),
      12,
      /no questions/,
    ],
    ['without its heading', (text) => text.replace(/### .*\n\n/, ''), 3, /put "### ★★☆ _\(Goo/],
    ['with an empty heading', (text) => text.replace(/### .*/, '### '), 3, /difficulty is missing/],
    ['with a damaged heading', (text) => text.replace(')_', ''), 3, /companies on this line/],
    ['without its answer', (text) => text.replace('Alpha two is a thing.', ''), 7, /answer is/],
    ['without the fold', (text) => text.replace(/<details>[\s\S]*/, ''), 5, /answer is missing/],
    ['with text above it', (text) => `Well:\n${text}`, 1, /above the line that names the card/],
  ])('%s is refused with its line, kept, and offered again', (_, spoil, line, message) => {
    const made = desk();
    const refused = editCards(made.find('two'), typing(spoil), made.moment, made.ports);
    expect(refused.kind).toBe('refused');
    const [finding] = refused.kind === 'refused' ? refused.findings : [];
    expect(finding).toMatchObject({ line, message: expect.stringMatching(message) });
    expect(made.all('notes')).toEqual({ 'a.md': A, 'b.md': B });
    expect(made.one('two').card.answer).toBe('Alpha two is a thing.');
    const [kept] = Object.values(made.all('data/drafts'));
    editCards(
      made.find('two'),
      typing((again) => {
        const words = (text = '') => text.split(/\s+/).join(' ').trim();
        expect(words(again)).toBe(words(kept));
        return again;
      }),
      made.moment,
      made.ports,
    );
  });

  test('that lost the line that names the card is the text of the one card', () => {
    const made = desk();
    const bare = (text: string) => text.replace(/^<!-- card.*\n/, '').replace('a thing', 'more');
    const edit = (change: (text: string) => string) =>
      editCards(made.find('two'), typing(change), made.moment, made.ports).kind;
    // Refused for another fault, it is offered again with that line.
    expect(edit((text) => bare(text).replace('</details>', ''))).toBe('refused');
    expect(edit((text) => `${text}\n</details>\n`)).toBe('refused');
    expect(
      edit((text) =>
        text.replace('<<<<<<< yours\n', '').replace(/\n=======[\s\S]*?the file now/, ''),
      ),
    ).toBe('written');
    expect(made.read('notes/a.md')).toContain('Alpha two is more.');
    expect(edit((text) => bare(text).replace('is more', 'is less'))).toBe('written');
    expect(made.one('two').card.answer).toBe('Alpha two is less.');
  });

  test('is kept where the editor fails, but for one that nobody has touched', () => {
    const made = desk();
    const failing = (change: (text: string) => string) => (path: string) => {
      typing(change)(path, 1);
      throw new Error('It fails.');
    };
    const edit = (change: (text: string) => string) => () =>
      editCards(made.find('two'), failing(change), made.moment, made.ports);
    expect(edit((text) => text)).toThrow('It fails.');
    expect(() =>
      writeNew(
        GAMMA,
        failing((text) => text),
        made.moment,
        made.ports,
      ),
    ).toThrow();
    expect(made.all('data/drafts')).toEqual({});
    expect(edit((text) => text.replace('thing', 'wonder'))).toThrow('It fails.');
    expect(edit((text) => text)).toThrow('It fails.');
    expect(Object.values(made.all('data/drafts')).join()).toContain('is a wonder.');
  });

  test('of several cards that lost the lines that name them is kept', () => {
    const made = desk();
    const all = typing((text) => text.replaceAll(/<!-- card.*\n/g, '').replace('thing', 'wonder'));
    expect(editCards(made.find('alpha'), all, made.moment, made.ports).kind).toBe('refused');
    const again = typing((text) => {
      expect(text).toContain('is a wonder.');
      expect(text.match(/<!-- card/g)).toHaveLength(2);
      return '';
    });
    editCards(made.find('alpha'), again, made.moment, made.ports);
    expect(made.read('notes/a.md')).toBe(A);
  });

  test('may leave the companies out, and add a card', () => {
    const made = desk();
    const open = typing((text) =>
      text.replace(' _(Google)_', '').concat('\n**Q:** And three?\n\n**A:** A third.\n'),
    );
    expect(editCards(made.find('two'), open, made.moment, made.ports)).toMatchObject({
      kind: 'written',
      cards: 1,
      added: 1,
    });
    expect(made.one('two').card.companies).toEqual([]);
    expect(made.one('three').card.answer).toBe('A third.');
  });

  test('of a new card goes to the inbox of a collection of one’s own, the second behind the first', () => {
    const made = desk();
    expect(writeNew(GAMMA, fillIn, made.moment, made.ports)).toMatchObject({
      kind: 'written',
      module: 'Inbox',
    });
    const second = typing((text) =>
      text
        .replace('**Q:** ', '**Q:** What is delta?')
        .replace('</summary>\n', '</summary>\n\nThe fourth.\n'),
    );
    writeNew({ ...GAMMA, stars: 1 }, second, made.moment, made.ports);
    expect(Object.keys(made.all('data/cards'))).toEqual(['inbox.md']);
    expect(made.find('collection:mine').map(({ card }) => [card.question, card.stars])).toEqual([
      ['What is gamma?', 3],
      ['What is delta?', 1],
    ]);
    expect(made.all('data/drafts')).toEqual({});
  });

  test('of the first card in the inbox is taken back with its file', () => {
    const made = desk();
    writeNew(GAMMA, fillIn, made.moment, made.ports);
    expect(made.find('gamma')).toHaveLength(1);
    expect(undoChange(null, made.ports)?.what).toBe('the new card');
    expect(made.find('gamma')).toEqual([]);
    expect(made.all('data/cards')).toEqual({});
    writeNew(GAMMA, fillIn, made.moment, made.ports);
    expect(made.one('gamma').card.module.title).toBe('Inbox');
  });

  test('of a new card may name another module, and one that is not there yet', () => {
    const made = desk();
    const named = (title: string) =>
      typing((text) =>
        text
          .replace('Inbox', title)
          .replace('**Q:** ', `**Q:** What of ${title}?`)
          .replace('</summary>\n', '</summary>\n\nThis.\n'),
      );
    writeNew(GAMMA, named('Beta'), made.moment, made.ports);
    writeNew(GAMMA, named('C++: a new one'), made.moment, made.ports);
    expect(made.one('what of beta').card.file).toBe(join(made.folder, 'notes/b.md'));
    expect(made.one('what of new').card.module.title).toBe('C++: a new one');
  });

  test('of a new card keeps to its module without front matter, and to its marks', () => {
    const made = desk();
    const request = { ...GAMMA, module: 'alpha' };
    const spoilt = (spoil: RegExp) =>
      typing((text) =>
        text
          .replace(spoil, '')
          .replace('**Q:** ', '**Q:** What is gamma?')
          .replace('</summary>', '</summary>\n\nThird.'),
      );
    const lost = writeNew(request, spoilt(/### .*/), made.moment, made.ports);
    expect(lost).toMatchObject({
      kind: 'refused',
      findings: [{ line: 1, message: expect.stringContaining('put "### ★★★ _(Acme)_" back') }],
    });
    writeNew(
      request,
      typing(() => ''),
      made.moment,
      made.ports,
    );
    const done = writeNew(request, spoilt(/^---[\s\S]*?---\n/), made.moment, made.ports);
    expect(done).toMatchObject({ kind: 'written', module: 'Alpha' });
    expect(made.one('gamma').card).toMatchObject({ stars: 3, companies: ['Acme'] });
  });

  test('of a new card that is wrong is kept, and goes on where it was left; an empty one is nothing', () => {
    const made = desk();
    const unfinished = typing((text) =>
      text.replace('**Q:** ', '**Q:** What?').replace('</details>', ''),
    );
    expect(writeNew(GAMMA, unfinished, made.moment, made.ports)).toMatchObject({
      kind: 'refused',
      findings: [{ line: 9 }],
    });
    const done = writeNew(
      GAMMA,
      typing((text) => `${text}\nSo.\n\n</details>\n`),
      made.moment,
      made.ports,
    );
    expect(done).toMatchObject({ kind: 'written', cards: 1 });
    expect(made.one('collection:mine').card).toMatchObject({ question: 'What?', answer: 'So.' });
    for (const nothing of [(text: string) => text, () => '', () => '\n \n']) {
      expect(writeNew(GAMMA, typing(nothing), made.moment, made.ports)).toEqual({
        kind: 'nothing',
      });
    }
    expect(made.all('data/drafts')).toEqual({});
  });

  test('of a new card without an answer is kept until it has one', () => {
    const made = desk();
    const asking = typing((text) => text.replace('**Q:** ', '**Q:** What is gamma?'));
    expect(writeNew(GAMMA, asking, made.moment, made.ports)).toMatchObject({
      kind: 'refused',
      findings: [{ message: expect.stringContaining('no answer') }],
    });
    expect(made.find('gamma')).toEqual([]);
    const answering = typing((text) => text.replace('</summary>\n', '</summary>\n\nThe third.\n'));
    writeNew(GAMMA, answering, made.moment, made.ports);
    expect(made.one('gamma').card.answer).toBe('The third.');
  });

  test('that changes several cards puts each back where it is from', () => {
    const made = desk();
    const open = typing((text) => text.replaceAll(' is ', ' was '));
    expect(editCards(made.find('alpha OR beta'), open, made.moment, made.ports)).toMatchObject({
      cards: 3,
    });
    expect(made.all('notes')).toEqual({
      'a.md': A.replaceAll(' is ', ' was '),
      'b.md': B.replaceAll(' is ', ' was '),
    });
    expect(undoChange(null, made.ports)?.what).toBe('the edit of 3 cards');
    expect(made.all('notes')).toEqual({ 'a.md': A, 'b.md': B });
  });

  test('is edited at a text with gaps as one, whichever of its cards is asked for', () => {
    const text = B.replace('**Q:** What is beta?', '**Cloze:** [Beta] is [second].');
    const made = desk({ 'b.md': text });
    const second = made.find('beta')[1]!.card.id;
    review(made.store, second, TODAY);
    const open = typing((draft) => {
      expect(draft.match(/Cloze/g)).toHaveLength(1);
      return draft.replace('[second]', '[the second]');
    });
    editCards(made.find('beta'), open, made.moment, made.ports);
    expect(made.read('notes/b.md')).toBe(text.replace('[second]', '[the second]'));
    expect(made.all('data/edits')).toEqual({});
    expect(made.find('beta').map(({ card }) => card.question)).toEqual([
      '[…] is the second.',
      'Beta is […].',
    ]);
    expect(made.one('-is:new').card.id).toBe(second);
  });
});

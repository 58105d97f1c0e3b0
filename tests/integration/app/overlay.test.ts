import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyPlan } from '../../../src/app/edit/apply.js';
import { planChoice } from '../../../src/app/edit/cards.js';
import { planMarks } from '../../../src/app/edit/marks.js';
import { planMove } from '../../../src/app/edit/move.js';
import { editCards, writeNew } from '../../../src/app/edit/sessions.js';
import { undoChange } from '../../../src/app/edit/undo-change.js';
import { moduleText } from '../../support/viva.js';
import { review, TODAY } from '../store/support.js';
import { DeskOfFiles, typing } from './desk-of-files.js';

const QUESTIONS = ['one', 'two', 'three'].map((word) => ({
  q: `What is alpha ${word}?`,
  a: `Alpha ${word} is a thing.`,
}));
const OTHERS = [{ q: 'What is beta?', a: 'Beta is second.' }];

/** Somebody else's collection of two modules, imported. */
function desk(): DeskOfFiles {
  const made = new DeskOfFiles();
  made.write('theirs/a.md', moduleText('Alpha', 1, QUESTIONS));
  made.write('theirs/b.md', moduleText('Beta', 2, OTHERS));
  made.import('theirs');
  return made;
}

/** Changes the answer of the card about alpha two to the person's own. */
function editTwo(made: DeskOfFiles): void {
  const open = typing((text) => text.replace('Alpha two is a thing.', 'Mine of two.'));
  const outcome = editCards([made.one('two')], open, made.moment, made.ports);
  expect(outcome.kind).toBe('written');
}

describe('an edit of somebody else’s card', () => {
  test('lies over the source, whose files stay as they are', () => {
    const made = desk();
    const before = made.all('theirs');
    editTwo(made);
    expect(made.all('theirs')).toEqual(before);
    expect(made.one('two').card).toMatchObject({
      answer: 'Mine of two.',
      stars: 2,
      companies: ['Google'],
    });
    expect(Object.keys(made.all('data/edits'))).toEqual(['theirs/01-alpha.md']);
    expect(made.import('theirs').cards).toMatchObject({ total: 4, unchanged: 4 });
  });

  test('is refused without its heading or its answer', () => {
    const made = desk();
    for (const spoil of [/### .*\n\n/, /Alpha two is a thing\./]) {
      const open = typing((text) => text.replace(spoil, ''));
      expect(editCards([made.one('two')], open, made.moment, made.ports).kind).toBe('refused');
      expect(made.all('data/edits')).toEqual({});
      editCards(
        [made.one('two')],
        typing(() => ''),
        made.moment,
        made.ports,
      );
    }
  });

  test('survives what the source changes elsewhere, with the history', () => {
    const made = desk();
    const { id } = made.one('two').card;
    review(made.store, id, TODAY - 3);
    editTwo(made);
    const swapped = [QUESTIONS[2], QUESTIONS[1], QUESTIONS[0]].flatMap((each) => each ?? []);
    made.write('theirs/a.md', moduleText('Alpha', 1, [{ q: 'A new one?', a: 'So.' }, ...swapped]));
    const report = made.import('theirs');
    expect(report.cards).toMatchObject({ total: 5, added: 1, retired: 0 });
    expect(made.one('two')).toMatchObject({
      card: { id, answer: 'Mine of two.', defects: [] },
      memory: { reps: 1 },
    });
  });

  test('takes over what the source changes in another field', () => {
    const made = desk();
    editTwo(made);
    const marked = QUESTIONS.map((each) => ({ ...each, stars: '★★★', companies: 'Meta' }));
    made.write('theirs/a.md', moduleText('Alpha', 1, marked));
    made.import('theirs');
    expect(made.one('two').card).toMatchObject({
      answer: 'Mine of two.',
      stars: 3,
      companies: ['Meta'],
      defects: [],
    });
  });

  test('and one of the source stand side by side until the person chooses', () => {
    for (const keep of ['mine', 'source'] as const) {
      const made = desk();
      const { id } = made.one('two').card;
      editTwo(made);
      const theirs = QUESTIONS.map((each) => ({
        ...each,
        a: each.a.replace('two is a thing', 'two is another'),
      }));
      made.write('theirs/a.md', moduleText('Alpha', 1, theirs));
      const report = made.import('theirs');
      expect(report.disputed.map((each) => each.id)).toEqual([id]);
      expect(made.one('is:flagged').card).toMatchObject({
        id,
        answer: 'Mine of two.',
        defects: ['both-changed'],
      });
      let shown = '';
      const left = editCards(
        made.find('two'),
        typing((text) => (shown = text)),
        made.moment,
        made.ports,
      );
      expect(left).toEqual({ kind: 'nothing' });
      expect(shown).toMatch(
        /<<<<<<< yours\n[\s\S]*Mine of two\.[\s\S]*\n=======\n[\s\S]*Alpha two is another\.[\s\S]*\n>>>>>>> the source/,
      );
      applyPlan(planChoice(made.find('two'), keep, made.ports), 'the choice', made.ports);
      const text = keep === 'mine' ? 'Mine of two.' : 'Alpha two is another.';
      expect(made.one('two').card).toMatchObject({ id, answer: text, defects: [] });
      expect(Object.keys(made.all('data/edits'))).toHaveLength(keep === 'mine' ? 1 : 0);
      expect(made.import('theirs').disputed).toEqual([]);
    }
  });

  test('is not taken while both texts stand in it, and what is left of them is', () => {
    const made = desk();
    editTwo(made);
    made.write(
      'theirs/a.md',
      moduleText(
        'Alpha',
        1,
        QUESTIONS.map((each) => ({ ...each, a: `${each.a} Indeed.` })),
      ),
    );
    made.import('theirs');
    const refused = editCards(
      made.find('two'),
      typing((text) => text.replace('Mine', 'Mein')),
      made.moment,
      made.ports,
    );
    expect(refused).toMatchObject({ kind: 'refused', findings: [{ line: 3 }] });
    const own = typing(
      (text) => `${text.split('\n')[0]}\n### ★☆☆\n\n**Q:** What is two?\n\n**A:** Both of them.\n`,
    );
    expect(editCards(made.find('two'), own, made.moment, made.ports).kind).toBe('written');
    expect(made.one('"both of them"').card).toMatchObject({ stars: 1, companies: [], defects: [] });
    expect(made.all('data/drafts')).toEqual({});
  });

  test('stays where the source drops the card, and where it drops the module', () => {
    const made = desk();
    const { id } = made.one('two').card;
    editTwo(made);
    made.write(
      'theirs/a.md',
      moduleText(
        'Alpha',
        1,
        QUESTIONS.filter(({ q }) => !q.includes('two')),
      ),
    );
    expect(made.import('theirs').cards).toMatchObject({ total: 4, retired: 0 });
    expect(made.one('two').card).toMatchObject({ id, answer: 'Mine of two.' });
    rmSync(join(made.folder, 'theirs/a.md'));
    expect(made.import('theirs').cards).toMatchObject({ retired: 2 });
    expect(made.one('two').card).toMatchObject({ id, answer: 'Mine of two.' });
    expect(made.import('theirs').cards).toMatchObject({ total: 2, retired: 0, added: 0 });
    made.write('theirs/a.md', moduleText('Alpha', 1, QUESTIONS));
    made.import('theirs');
    expect(made.one('two').card).toMatchObject({ id, answer: 'Mine of two.' });
  });

  test('is dropped with its file, and the source’s text is back', () => {
    const made = desk();
    const { id } = made.one('two').card;
    editTwo(made);
    rmSync(join(made.folder, 'data/edits/theirs/01-alpha.md'));
    made.import('theirs');
    expect(made.one('two').card).toMatchObject({ id, answer: 'Alpha two is a thing.' });
    expect(made.store.filesOf('theirs')).toHaveLength(2);
  });

  test('works on another machine, whose database never saw the card: the same id, the same text', () => {
    const made = desk();
    const { id } = made.one('two').card;
    editTwo(made);
    made.write(
      'theirs/a.md',
      moduleText(
        'Alpha',
        1,
        QUESTIONS.map((each) => ({ ...each, companies: 'Meta' })),
      ),
    );
    const other = new DeskOfFiles();
    for (const folder of ['theirs', 'data/edits']) {
      for (const [name, text] of Object.entries(made.all(folder)))
        other.write(`${folder}/${name}`, text);
    }
    other.import('theirs');
    expect(other.one('two').card).toMatchObject({
      id,
      answer: 'Mine of two.',
      companies: ['Meta'],
    });
    expect(other.store.check()).toEqual([]);
  });

  test('in a file that cannot be read stops the import and loses nothing', () => {
    const made = desk();
    editTwo(made);
    const name = 'data/edits/theirs/01-alpha.md';
    made.write(name, made.read(name).replace('title:', 'titel:'));
    expect(() => made.import('theirs')).toThrow(/Your edits in .*01-alpha\.md" cannot be read/);
    expect(made.one('two').card.answer).toBe('Mine of two.');
  });

  test('is taken back as a whole', () => {
    const made = desk();
    editTwo(made);
    expect(undoChange(null, made.ports)?.what).toMatch(/^the edit of card /);
    expect(made.all('data/edits')).toEqual({});
    expect(made.one('two').card.answer).toBe('Alpha two is a thing.');
  });
});

describe('of somebody else’s cards', () => {
  test('marks are set over the source', () => {
    const made = desk();
    const before = made.all('theirs');
    const change = {
      stars: 3,
      companies: { add: ['Acme'], remove: ['google'] },
      tags: { add: ['own'], remove: [] },
    } as const;
    const plan = planMarks(made.find('alpha'), change, made.ports);
    expect(plan.cards).toBe(3);
    applyPlan(plan, 'the change', made.ports);
    expect(made.all('theirs')).toEqual(before);
    expect(made.find('company:acme difficulty:3 tag:own')).toHaveLength(3);
    expect(planMarks(made.find('alpha'), change, made.ports)).toMatchObject({
      cards: 0,
      files: [],
    });
    const back = { stars: 2, companies: { exactly: ['Google'] }, tags: { exactly: [] } } as const;
    applyPlan(planMarks(made.find('alpha'), back, made.ports), 'back', made.ports);
    expect(made.all('data/edits')).toEqual({});
  });

  test('a new one and one that is moved go to the overlay, and can be changed there', () => {
    const made = desk();
    const { id } = made.one('two').card;
    review(made.store, id, TODAY - 3);
    const fill = typing((text) =>
      text
        .replace('**Q:** ', '**Q:** What is gamma?')
        .replace('</summary>\n\n\n', '</summary>\n\nGamma is third.\n'),
    );
    const request = { module: 'Beta', stars: 1, companies: ['Acme'], tags: ['own'] } as const;
    expect(writeNew(request, fill, made.moment, made.ports)).toMatchObject({
      kind: 'written',
      cards: 1,
      module: 'Beta',
    });
    expect(made.one('gamma').card).toMatchObject({
      module: { title: 'Beta' },
      stars: 1,
      companies: ['Acme'],
    });
    applyPlan(planMove(made.find('two'), 'Beta', made.moment, made.ports), 'the move', made.ports);
    expect(made.one('two')).toMatchObject({
      card: { id, module: { title: 'Beta' } },
      memory: { reps: 1 },
    });
    editTwo(made);
    const again = typing((text) => text.replace('Gamma is third.', 'Gamma is the third.'));
    expect(editCards(made.find('gamma'), again, made.moment, made.ports).kind).toBe('written');
    expect(made.one('two').card).toMatchObject({
      id,
      answer: 'Mine of two.',
      module: { title: 'Beta' },
    });
    expect(made.one('gamma').card.answer).toBe('Gamma is the third.');
    made.write(
      'theirs/a.md',
      moduleText('Alpha', 1, [...QUESTIONS, { q: 'What is alpha four?', a: 'So.' }]),
    );
    expect(made.import('theirs').cards).toMatchObject({ total: 6, added: 1, retired: 0 });
    applyPlan(
      planMove(made.find('two'), '1', made.moment, made.ports),
      'the move back',
      made.ports,
    );
    expect(made.one('two')).toMatchObject({
      card: { id, answer: 'Mine of two.', module: { title: 'Alpha' } },
      memory: { reps: 1 },
    });
  });
});

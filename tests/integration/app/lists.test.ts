import { describe, expect, test } from 'vitest';
import { applyPlan } from '../../../src/app/edit/apply.js';
import { planMarks } from '../../../src/app/edit/marks.js';
import { editCards } from '../../../src/app/edit/sessions.js';
import { DeskOfFiles, typing } from './desk-of-files.js';

/** A collection with these files, imported; "notes" is the person's own, "theirs" is not. */
function deskWith(name: 'notes' | 'theirs', files: Readonly<Record<string, string>>): DeskOfFiles {
  const made = new DeskOfFiles();
  for (const [file, text] of Object.entries(files)) made.write(`${name}/${file}`, text);
  made.import(name);
  return made;
}

const LISTS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'questions alone, which were asked for',
    {
      '.viva.yaml': 'questionsOnly: true\n',
      'a.md': '# T\n\n- What is alpha?\n- What is beta?\n- What is gamma?\n',
    },
  ],
  [
    'a shape that the person chose',
    { '.viva.yaml': 'shape: heading\n', 'a.md': '# Alpha\n\nIt.\n\n# Beta\n\nIs.\n' },
  ],
  [
    'files that are questions by their names',
    { 'What is alpha?.md': 'It.\n', 'What is beta?.md': 'Is.\n', 'Gamma.md': 'So.\n' },
  ],
];

describe.each(LISTS)('a list of %s', (_name, files) => {
  test('takes an answer over its source', () => {
    const made = deskWith('theirs', files);
    const open = typing((text) =>
      text.replace(/(<summary>Answer<\/summary>\n)[\s\S]*(<\/details>)/, '$1\nMine.\n\n$2'),
    );
    expect(editCards([made.one('alpha')], open, made.moment, made.ports).kind).toBe('written');
    expect(made.import('theirs').cards).toMatchObject({ retired: 0, added: 0 });
    expect(made.one('alpha').card.answer).toBe('Mine.');
  });

  test('takes a difficulty in a file of one’s own', () => {
    const made = deskWith('notes', files);
    const alpha = made.one('alpha');
    applyPlan(planMarks([alpha], { stars: 3 }, made.ports), 'Marked.', made.ports);
    expect(made.one('alpha').card).toMatchObject({ id: alpha.card.id, stars: 3 });
  });
});

test.each([
  ['within the item', '\n\n  Answer: Mine.\n'],
  ['behind the item', '\n\nAnswer: Mine.\n'],
  ['on the next line', '\nAnswer: Mine.\n'],
])('an answer is written below a question of one’s own that has none, %s', (_, answer) => {
  const made = deskWith('notes', {
    '.viva.yaml': 'questionsOnly: true\n',
    'a.md': '# Reverse interview\n\n- What is alpha?\n- What is beta?\n- What is gamma?\n',
  });
  const open = typing((text) => `${text.trimEnd()}${answer}`);
  expect(editCards([made.one('alpha')], open, made.moment, made.ports).kind).toBe('written');
  expect(made.find('').map(({ card }) => [card.question, card.answer])).toEqual([
    ['What is alpha?', 'Mine.'],
    ['What is beta?', ''],
    ['What is gamma?', ''],
  ]);
});

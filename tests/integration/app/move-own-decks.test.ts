import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moveOwnDecks } from '../../../src/app/import/move-own-decks.js';
import * as files from '../../../src/platform/files.js';
import { moduleText } from '../../support/viva.js';
import { review, TODAY } from '../store/support.js';
import { DeskOfFiles } from './desk-of-files.js';

const question = (word: string, more = '') => ({
  q: `What is ${word}?`,
  a: `It is ${word}.${more}`,
});
const ALPHA = moduleText(
  'Alpha',
  1,
  ['one', 'two', 'three'].map((word) => question(word)),
);
const BETA = moduleText('Beta', 2, [question('four')]);
const GAMMA = moduleText('Gamma', 3, [question('five'), question('six')]);

/** A copy of the bundled decks as earlier versions made it, with what the person did to it. */
function copied(): DeskOfFiles {
  const made = new DeskOfFiles();
  const bundled = { 'a.md': ALPHA, 'b.md': BETA, 'c.md': GAMMA };
  const hashes = Object.entries(bundled).map(([name, text]) => {
    made.write(`decks/${name}`, text);
    made.write(`own/${name}`, text);
    return [name, createHash('sha256').update(text).digest('hex')];
  });
  made.write('own/.bundled.json', JSON.stringify(Object.fromEntries(hashes)));
  made.import('own');
  for (const { card } of made.find('What')) review(made.store, card.id, TODAY - 3);
  return made;
}

function move(made: DeskOfFiles): void {
  const places = { bundled: join(made.folder, 'decks'), own: join(made.folder, 'own') };
  const rest = { edits: made.ports.folders.edits, collection: 'own', now: made.now++ };
  moveOwnDecks({ ...places, ...rest }, made.store, files);
}

/** Imports the collection from where the decks are installed now. */
function importBundled(made: DeskOfFiles) {
  made.ports.rootOf = () => ({ path: join(made.folder, 'decks'), isOwn: false });
  return made.import('own').cards;
}

const answers = (made: DeskOfFiles) =>
  Object.fromEntries(
    made.find('What').map(({ card, memory }) => [card.question, [card.answer, memory.reps]]),
  );

test('edits, additions and deletions in the copy become an overlay, and histories stay', () => {
  const made = copied();
  const mine = moduleText('Alpha', 1, [
    question('one', ' Mine.'),
    question('three'),
    question('seven'),
  ]);
  made.write('own/a.md', mine);
  rmSync(join(made.folder, 'own/b.md'));
  move(made);
  expect(importBundled(made)).toMatchObject({ total: 5 });
  const wanted = {
    'What is one?': ['It is one. Mine.', 1],
    'What is three?': ['It is three.', 1],
    'What is seven?': ['It is seven.', 0],
    'What is five?': ['It is five.', 1],
    'What is six?': ['It is six.', 1],
  };
  expect(answers(made)).toEqual(wanted);
  expect(existsSync(join(made.folder, 'own/c.md'))).toBe(false);
  expect(made.read('own/a.md')).toBe(mine);
  made.write('decks/c.md', GAMMA.replace('It is six.', 'It is six now.'));
  importBundled(made);
  expect(answers(made)).toEqual({ ...wanted, 'What is six?': ['It is six now.', 1] });
  const edits = made.all('data/edits');
  move(made);
  expect(made.all('data/edits')).toEqual(edits);
});

test('a copy that nobody changed leaves nothing behind, and one without its list loses nothing', () => {
  const untouched = copied();
  move(untouched);
  expect(untouched.all('own')).toEqual({});
  expect(untouched.all('data/edits')).toEqual({});
  expect(importBundled(untouched)).toMatchObject({ total: 6, added: 0, retired: 0 });

  const unlisted = copied();
  rmSync(join(unlisted.folder, 'own/.bundled.json'));
  unlisted.write('own/b.md', BETA.replace('It is four.', 'It is mine.'));
  move(unlisted);
  importBundled(unlisted);
  expect(answers(unlisted)).toMatchObject({
    'What is four?': ['It is mine.', 1],
    'What is one?': ['It is one.', 1],
  });
});

import { expect, test } from 'vitest';
import { readModules } from '../../../../src/app/import/read-modules.js';
import {
  withAllTruncations,
  withProvenTruncations,
} from '../../../../src/app/import/truncation.js';
import { moduleText } from '../../../support/viva.js';

const CUT = moduleText('Cut', 1, [
  { q: 'What is it?', a: 'The text of this answer goes on for a while and then it stops in the' },
  { q: 'Which command?', a: 'git add' },
]);

const read = (text: string, path = 'm.md') => ({
  record: { path },
  read: readModules(path, new TextEncoder().encode(text)),
});
const defectsOf = (files: readonly ReturnType<typeof read>[]) =>
  withProvenTruncations(files).flatMap(({ read: { modules, diagnostics } }) => [
    ...modules.flatMap(({ cards }) => cards.flatMap(({ defects }) => defects)),
    ...diagnostics.map(({ code }) => code),
  ]);

test('a text that breaks off is told of where damage was found, and nowhere else', () => {
  const damaged = CUT.replace('title:', 'damaged: true\ntitle:');
  expect(defectsOf([read(CUT)])).toEqual([]);
  expect(defectsOf([read(damaged)])).toContain('answer-truncated');
  // Damage of one file casts doubt on the others.
  expect(
    defectsOf([read(CUT), read(damaged)]).filter((d) => d === 'answer-truncated').length,
  ).toBeGreaterThan(2);
});

test('so it is of a list of another layout, and where it is asked for', () => {
  const list = `### 1. What is it?

The text of this answer goes on for a while and then it stops in the

### 2. Which command?

git add

### 3. What is kept in (a

Nothing.
`;
  expect(defectsOf([read(list)])).toEqual([]);
  const found = withAllTruncations([read(list)])[0]?.read;
  expect(found?.diagnostics.map(({ line, code }) => [line, code])).toEqual([
    [1, 'answer-truncated'],
    [9, 'question-truncated'],
  ]);
  const damaged = read(CUT.replace('title:', 'damaged: true\ntitle:'), 'b.md');
  expect(
    withProvenTruncations([read(list), damaged])[0]?.read.modules[0]?.cards[0]?.defects,
  ).toEqual(['answer-truncated']);
});

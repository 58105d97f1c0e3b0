import { expect, test } from 'vitest';
import { readModules } from '../../../../src/app/import/read-modules.js';
import { trustWhole } from '../../../../src/app/import/truncation.js';
import { moduleText } from '../../../support/viva.js';

const CUT = moduleText('Cut', 1, [
  { q: 'What is it?', a: 'The text of this answer goes on for a while and then it stops in the' },
  { q: 'Which command?', a: 'git add' },
]);

const read = (text: string) => ({ read: readModules('m.md', new TextEncoder().encode(text)) });
const defectsOf = (files: readonly ReturnType<typeof read>[]) =>
  trustWhole(files).flatMap(({ read: { modules, diagnostics } }) => [
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

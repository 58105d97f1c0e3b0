import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCardId } from '../../../../src/deck/identity/card-id.js';

const source = { collection: 'viva', module: '#22', question: 'Why?', answer: 'Because.' };
const free = () => false;

test('an id is twelve letters and digits, without those that look like others', () => {
  const text = fc.string();
  fc.assert(
    fc.property(text, text, text, text, (collection, module, question, answer) => {
      const id = makeCardId({ collection, module, question, answer }, free);
      expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/);
    }),
  );
});

test('an id never changes from one version of viva to the next', () => {
  expect(makeCardId(source, free)).toBe('mdcg7mn1668h');
});

test('an id depends on everything it is made of, but not on white space', () => {
  const ids = [
    source,
    { ...source, collection: 'mine' },
    { ...source, module: '#23' },
    { ...source, question: 'Why not?' },
    { ...source, answer: 'Because!' },
    { ...source, question: 'Why?Because.', answer: '' },
  ].map((one) => makeCardId(one, free));
  expect(new Set(ids).size).toBe(ids.length);
  expect(makeCardId({ ...source, answer: ' Because.\r\n' }, free)).toBe(ids[0]);
});

test('a taken id gives way to the next of its line, always the same', () => {
  const first = makeCardId(source, free);
  const second = makeCardId(source, (id) => id === first);
  const third = makeCardId(source, (id) => id === first || id === second);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(makeCardId(source, (id) => id === first)).toBe(second);
});

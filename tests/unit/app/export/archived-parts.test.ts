import { expect, test } from 'vitest';
import { withParts } from '../../../../src/app/export/archived-parts.js';
import type { ArchiveRecord } from '../../../../src/model/archive/archive.js';
import { RECORDS } from '../../export/archive-samples.js';

const answering = (answer: string): ArchiveRecord[] =>
  RECORDS.map((record) =>
    record.type === 'card' ? { ...record, value: { ...record.value, answer } } : record,
  );
const partsIn = (answer: string) =>
  [...withParts(answering(answer))].flatMap((record) =>
    record.type === 'card' ? [record.value.parts] : [],
  );

test('cards whose answers have labels say their parts, and nothing else changes', () => {
  const records = answering('**In short:** One.\n\nMore.\n\n**Follow-up:** Why?\n\nSo.');
  const told = [...withParts(records)];
  const parts = {
    short: 'One.',
    points: [],
    followUps: [{ question: 'Why?', answer: 'So.' }],
    trap: null,
    rest: 'More.',
  };
  const expected = records.map((record) =>
    record.type === 'card' ? { ...record, value: { ...record.value, parts } } : record,
  );
  expect(told).toEqual(expected);
});

test.each(['', 'Plain.', 'Text that says **Points:** within a line.'])(
  'an answer without labels has none: %j',
  (answer) => {
    expect(partsIn(answer)).toEqual([undefined]);
    expect([...withParts(answering(answer))]).toEqual(answering(answer));
  },
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folderName, moduleFileName } from '../../../../src/deck/write/file-name.js';

test('a part becomes the name of a folder', () => {
  expect(folderName('Inference & Serving')).toBe('inference-serving');
  expect(folderName('')).toBe('');
  expect(folderName('  ')).toBe('');
  expect(folderName('../../..')).toBe('module');
});

test("Windows' device names are avoided", () => {
  expect(folderName('CON')).toBe('con-part');
  expect(folderName('lpt1')).toBe('lpt1-part');
});

test('equal names of one folder get a number, whatever their case', () => {
  const taken = new Set<string>();
  expect(moduleFileName({ number: 2, title: 'Caches' }, taken)).toBe('02-caches.md');
  expect(moduleFileName({ number: 2, title: 'CACHES' }, taken)).toBe('02-caches-2.md');
});

test('no title and no part leaves its folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const name of [
        folderName(text),
        moduleFileName({ number: null, title: text }, new Set()),
      ]) {
        expect(name).not.toMatch(/[/\\:*?"<>|]/);
        expect(['.', '..']).not.toContain(name);
        expect(name).toBe(name.toLowerCase());
      }
    }),
  );
});

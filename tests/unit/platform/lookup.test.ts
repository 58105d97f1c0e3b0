import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ListRequest } from '../../../src/app/browse/ports.js';
import { LookupThread } from '../../../src/platform/lookup.js';

/** A thread that notes when it begins, answers with what it was asked, and fails at `fail`. */
const PROGRAM = `const { parentPort, workerData } = require('node:worker_threads');
require('node:fs').appendFileSync(workerData.database, 'begun ');
parentPort.on('message', ({ number, request }) => {
  if (request?.text === 'fail') throw new Error('no memory left');
  parentPort.postMessage({ number, answer: request?.text ?? 'names' });
});`;

function world() {
  const folder = mkdtempSync(join(tmpdir(), 'viva-lookup-'));
  const file = join(folder, 'thread.cjs');
  const notes = join(folder, 'notes');
  writeFileSync(file, PROGRAM);
  writeFileSync(notes, '');
  const lookup = new LookupThread(file, notes, 50);
  const find = (text: string): Promise<unknown> => lookup.find({ text } as ListRequest);
  return { lookup, find, begun: () => readFileSync(notes, 'utf8').split(' ').length - 1 };
}

test('a thread ends after the first question of all, another after it has rested', async () => {
  const { lookup, find, begun } = world();
  expect(await find('a')).toBe('a');
  expect(await Promise.all([find('b'), find('c'), lookup.names()])).toEqual(['b', 'c', 'names']);
  expect(await find('d')).toBe('d');
  expect(begun()).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await find('e')).toBe('e');
  expect(begun()).toBe(3);
  lookup.close();
});

test('a thread that was begun before the first question answers it', async () => {
  const { lookup, find, begun } = world();
  lookup.begin();
  await vi.waitFor(() => expect(begun()).toBe(1));
  expect(await find('a')).toBe('a');
  expect(begun()).toBe(1);
  lookup.close();
});

test('a question that ends the thread is refused, and the next one is answered', async () => {
  const { lookup, find } = world();
  await expect(Promise.all([find('fail'), find('a')])).rejects.toThrow('no memory left');
  expect(await find('b')).toBe('b');
  lookup.close();
});

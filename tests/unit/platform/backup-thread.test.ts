import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUpInThread } from '../../../src/platform/backup-thread.js';

/** A program that checks a large database for a while, or fails where `today` is 0. */
const PROGRAM = `const { workerData } = require('node:worker_threads');
if (workerData.today === 0) throw new Error('the disk is full');
const end = Date.now() + 300;
while (Date.now() < end);
require('node:fs').writeFileSync(workerData.database, 'backed up');`;

function world() {
  const folder = mkdtempSync(join(tmpdir(), 'viva-backup-'));
  const file = join(folder, 'thread.cjs');
  writeFileSync(file, PROGRAM);
  return (today: number) => backUpInThread(file, join(folder, 'database'), today);
}

test('keys are heard while the backup is made', async () => {
  let heard = 0;
  const keys = setInterval(() => {
    heard += 1;
  }, 10);
  await world()(20_781);
  clearInterval(keys);
  expect(heard).toBeGreaterThan(1);
});

test('what fails in the thread is told', async () => {
  await expect(world()(0)).rejects.toThrow('the disk is full');
});

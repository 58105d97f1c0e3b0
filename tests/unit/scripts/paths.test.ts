import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A folder of somebody's machine; what stands for any machine (`/tmp`, `/etc`) is none. */
const OF_A_MACHINE = /(?<![\w.~/-])\/(?:work|farm|root|mnt|home\/\w+|Users\/\w+)\/\w/;
/** In these such a path is an example that is never used. */
const EXAMPLES = ['decks/', 'tests/'];

test('no file of the project names a folder of one machine', () => {
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  expect(files.length).toBeGreaterThan(500);
  const naming = files.filter((file) => {
    if (EXAMPLES.some((folder) => file.startsWith(folder))) return false;
    return OF_A_MACHINE.test(readFileSync(file, 'latin1'));
  });
  expect(naming).toEqual([]);
});

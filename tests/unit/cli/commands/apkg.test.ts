import { expect, test } from 'vitest';
import { isPackage } from '../../../../src/cli/commands/import/apkg.js';
import type { Context } from '../../../../src/cli/contract/context.js';

const CONTENTS: Readonly<Record<string, string>> = {
  '/x/zipped': 'PK\u0003\u0004rest',
  '/x/collection': 'SQLite format 3\0rest',
  '/x/packed': '\u0028\u00b5\u002f\u00fdrest',
  '/x/notes.md': '# PK',
  '/x/empty': '',
};
const files = {
  kindOf: (path: string) => (path in CONTENTS ? 'file' : 'missing'),
  readBytes: (path: string, most: number) =>
    Buffer.from(CONTENTS[path] ?? '', 'latin1').subarray(0, most),
} as unknown as Context['files'];

test.each([
  ['a.apkg', true],
  ['b.COLPKG', true],
  ['collection.anki2', true],
  ['collection.anki21b', true],
  ['old.db', true],
  ['zipped', true],
  ['collection', true],
  ['/x/packed', true],
  ['notes.md', false],
  ['empty', false],
  ['-', false],
  ['https://example.org/a.git', false],
])('%s is a package: %s', (word, expected) => {
  expect(isPackage(word, { cwd: '/x', files })).toBe(expected);
});

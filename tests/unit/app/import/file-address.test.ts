import { expect, test } from 'vitest';
import { fileAddress } from '../../../../src/app/import/file-address.js';
import { isSafeLink } from '../../../../src/platform/opener.js';

const COMMIT = 'a'.repeat(40);
const file = (path = 'a/list one.md') => ({ path, line: 12, commit: COMMIT });

test.each([
  [
    'https://github.com/o/r.git',
    `https://github.com/o/r/blob/${COMMIT}/a/list%20one.md?plain=1#L12`,
  ],
  [
    'https://me@github.com/o/r',
    `https://github.com/o/r/blob/${COMMIT}/a/list%20one.md?plain=1#L12`,
  ],
  ['git@github.com:o/r.git', `https://github.com/o/r/blob/${COMMIT}/a/list%20one.md?plain=1#L12`],
  [
    'ssh://git@gitlab.com:22/g/sub/r.git',
    `https://gitlab.com/g/sub/r/-/blob/${COMMIT}/a/list%20one.md?plain=1#L12`,
  ],
  [
    'https://gitlab.example.org/g/r/',
    `https://gitlab.example.org/g/r/-/blob/${COMMIT}/a/list%20one.md?plain=1#L12`,
  ],
  ['https://bitbucket.org/o/r', `https://bitbucket.org/o/r/src/${COMMIT}/a/list%20one.md#lines-12`],
  [
    'https://codeberg.org/o/r.git',
    `https://codeberg.org/o/r/src/commit/${COMMIT}/a/list%20one.md?display=source#L12`,
  ],
  ['https://git.sr.ht/~o/r', `https://git.sr.ht/~o/r/tree/${COMMIT}/item/a/list%20one.md#L12`],
])('%s shows the line', (address, expected) => {
  expect(fileAddress(address, file())).toBe(expected);
  expect(isSafeLink(expected)).toBe(true);
});

test('a host whose pages are not known shows the repository, or nothing', () => {
  expect(fileAddress('https://me@git.example.org/o/r.git', file())).toBe(
    'https://git.example.org/o/r.git',
  );
  expect(fileAddress('https://github.com:8443/o/r', file())).toBe('https://github.com:8443/o/r');
  expect(fileAddress('https://github.com/o', file())).toBe('https://github.com/o');
  expect(fileAddress('https://github.com/../r', file())).toBe('https://github.com/r');
  for (const address of ['git@example.org:o/r.git', 'file:///srv/r.git', 'ssh://h/r', '/srv/r']) {
    expect(fileAddress(address, file())).toBeNull();
  }
});

test.each(['a?b#c.md', '%2e%2e/x.md', 'ü\u001b[2J"\'<>.md', '\ud800.md', 'a b/c&d=e.md'])(
  'a file called %j adds nothing to the address but its name',
  (path) => {
    const address = fileAddress('https://github.com/o/r', { ...file(path), commit: null }) ?? '';
    expect(isSafeLink(address)).toBe(true);
    const { hash, search, pathname } = new URL(address);
    expect([search, hash]).toEqual(['?plain=1', '#L12']);
    expect(pathname.startsWith('/o/r/blob/HEAD/')).toBe(true);
  },
);

import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../src/sync/address.js';

const read = (text: string) => readAddress(text, (path) => `/here/${path}`);

describe('readAddress', () => {
  test.each([
    'https://github.com/me/memory.git',
    'https://me@example.org/memory.git',
    'ssh://git@example.org:2222/memory.git',
    'git@github.com:me/memory.git',
    'file:///srv/memory.git',
    'file:///C:/memory.git',
  ])('takes %s for git', (url) => {
    expect(read(url)).toEqual({ kind: 'git', url });
  });

  const windows = ['C:\\sync', 'C:/my sync', 'c:sync', '\\\\server\\share', 'C:\\me@home:x'];
  test.each(['Sync/viva', './memory.git', '~x', 'a b', ...windows])(
    'takes %s for a path',
    (path) => {
      expect(read(path)).toEqual({ kind: 'path', path: `/here/${path}` });
    },
  );

  test.each([
    '',
    '-oProxyCommand=x',
    '--upload-pack=touch x',
    'ext::sh -c "touch x"',
    'fd::7',
    'EXT::x',
    'http://example.org/x.git',
    'git://example.org/x.git',
    'ftp://example.org/x',
    'javascript://x',
    'ssh://-oProxyCommand=x/y',
    '-x@host:path',
    'git@-oProxyCommand=x:y',
    'git@host:-x',
    'https://me:secret@example.org/x.git',
    'https://example.org/\u001b[2J',
    'a\nb',
  ])('refuses %j', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'sync-address' }));
  });
});

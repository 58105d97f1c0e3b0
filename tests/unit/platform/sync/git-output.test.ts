import { describe, expect, test } from 'vitest';
import { branchIn, isOvertaken, parseTree } from '../../../../src/platform/sync/git-output.js';

describe('branchIn', () => {
  test.each([
    ['', 'refs/heads/main', null],
    [
      'ref: refs/heads/trunk\tHEAD\naa\tHEAD\naa\trefs/heads/trunk\nbb\trefs/heads/main\n',
      'refs/heads/trunk',
      'aa',
    ],
    // The remote's own branch has no commit, as with a bare repository whose default is another.
    ['bb\trefs/heads/main\n', 'refs/heads/main', 'bb'],
    ['cc\trefs/heads/master\ndd\trefs/heads/a\n', 'refs/heads/master', 'cc'],
    ['dd\trefs/heads/a\n', 'refs/heads/a', 'dd'],
  ])('of %j is %s', (output, branch, oid) => {
    expect(branchIn(output)).toEqual({ branch, oid });
  });
});

test('parseTree leaves out links and submodules', () => {
  const tree = [
    '100644 blob aaa      12\tviva-sync/format.json',
    '120000 blob bbb       3\tlink',
    '160000 commit ccc       -\tmodule',
    '100755 blob ddd       7\ta b\tc',
    '',
  ].join('\0');
  expect(parseTree(tree)).toEqual([
    { path: 'viva-sync/format.json', size: 12, blob: 'aaa' },
    { path: 'a b\tc', size: 7, blob: 'ddd' },
  ]);
});

test.each([
  ['!\tabc:refs/heads/main\t[rejected] (fetch first)\n', true],
  ['!\tabc:refs/heads/main\t[rejected] (non-fast-forward)\n', true],
  ['!\tabc:refs/heads/main\t[remote rejected] (failed to update ref)\n', true],
  ['!\tabc:refs/heads/main\t[remote rejected] (pre-receive hook declined)\n', false],
  ['fatal: unable to access\n', false],
])('isOvertaken of %j is %s', (output, is) => {
  expect(isOvertaken(output)).toBe(is);
});

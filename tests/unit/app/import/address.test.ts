import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkedAddress,
  isAddress,
  repositoryName,
  snapshotName,
} from '../../../../src/app/import/address.js';

describe('an address', () => {
  test.each([
    ['https://github.com/someone/questions.git', 'questions'],
    ['https://github.com/someone/questions', 'questions'],
    ['https://me@example.org:8443/a/b%20c.git/', 'b c'],
    ['git@github.com:someone/questions.git', 'questions'],
    ['ssh://git@example.org:2222/~me/notes.git', 'notes'],
    ['git@example.org:/srv/git/notes.git', 'notes'],
    ['https://github.com/someone/questions.wiki.git', 'questions.wiki'],
    ['https://someone.born.1990%40example.org@example.org/notes', 'notes'],
    ['https://gitlab.com/a/b/tree/notes', 'notes'],
    ['file:///srv/repositories/notes.git', 'notes'],
    ['file:///C:/repositories/my%20notes.git', 'my notes'],
  ])('%s is one, named %s', (address, name) => {
    expect(isAddress(address)).toBe(true);
    expect(checkedAddress(address)).toBe(address);
    expect(repositoryName(address)).toBe(name);
  });

  test.each([
    'C:\\notes',
    'C:/notes',
    'c:notes',
    'Z:',
    'C:\\my notes\\a@b.md',
    'C:/Users/me@example.org/notes',
    '\\\\server\\share',
    '\\\\me@server\\share\\a:b',
    '\\\\?\\C:\\notes',
    '//server/share',
    'notes/interviews',
    './a:b',
    '~/notes',
    '-',
    'notes.md',
    '--upload-pack=x',
  ])('%s is a path', (path) => {
    expect(isAddress(path)).toBe(false);
  });

  test.each([
    'ext::sh -c touch% x',
    'ext::sh',
    'http://example.org/a.git',
    'git://example.org/a.git',
    'ftp://example.org/a',
    'fd::17/foo',
    'transport::https://x',
    'ssh://-oProxyCommand=x/a',
    'ssh://git@-oProxyCommand=x/a',
    'git@-oProxyCommand=x:a',
    'git@example.org:-x',
    'git@example.org:a//-x',
    'git@example.org://a',
    '-oProxyCommand=x@example.org:a',
    'https://',
    'https:///a',
    'https://-x/a',
    'https://example.org/',
    'https://me:secret@example.org/a.git',
    'file://host/share',
    'file://-x',
    'https://example.org/a\nb',
    'https://example.org/\u001b[31m',
    'https://example.org/\u202ea',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('%j is refused', (address) => {
    expect(() => checkedAddress(address)).toThrow(
      expect.objectContaining({ code: 'source-address' }),
    );
  });

  test.each([
    'https://me:secret@example.org/a.git',
    'https://me:p@secret/w@example.org/a.git',
    'https://me:secret/w@example.org/a.git',
    'ssh://me:secret@example.org/a.git',
    'http://me:secret@example.org/a.git',
    'ftp://me:secret@example.org/a.git',
    'me:secret@example.org:a.git',
    'https://ghp_secretsecret@example.org/a.git',
    'https://glpat-secret@example.org/a.git',
    'https://secret8secret9secret@example.org/a.git',
    'https://example.org/a.git?private_token=secret',
    'https://example.org/a.git#secret',
  ])('what is secret in %s is not kept, nor repeated', (address) => {
    expect(() => checkedAddress(address)).toThrow(/^((?!secret).)*$/);
    expect(() => checkedAddress(address)).toThrow(
      expect.objectContaining({ hint: expect.not.stringContaining('secret') }),
    );
  });

  test.each([
    ['https://github.com/a/b?tab=readme-ov-file', 'https://github.com/a/b'],
    ['https://github.com/a/b#readme', 'https://github.com/a/b'],
    ['https://github.com/a/b/tree/main/docs', 'https://github.com/a/b'],
    ['https://github.com/a/b/blob/main/README.md#L3', 'https://github.com/a/b'],
    ['https://gitlab.com/a/sub/b/-/tree/main', 'https://gitlab.com/a/sub/b'],
    ['https://codeberg.org/a/b/src/branch/main', 'https://codeberg.org/a/b'],
  ])('of the page %s the repository is told', (page, repository) => {
    expect(() => checkedAddress(page)).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(new RegExp(`${repository}$`)) }),
    );
  });

  test('a scheme may be written in capitals, which git would not take', () => {
    expect(checkedAddress('HTTPS://example.org/A.git')).toBe('https://example.org/A.git');
    expect(checkedAddress('File:///srv/A')).toBe('file:///srv/A');
  });

  test('whatever the word, what is let through is no option and of a known kind', () => {
    const parts = fc.constantFrom(
      ...[
        'https',
        'ssh',
        'file',
        'ext',
        ':',
        '::',
        '//',
        '/',
        '@',
        '-',
        'git',
        'host',
        ' ',
        '\n',
        '.',
      ],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 10 }), (words) => {
        let address: string;
        try {
          address = checkedAddress(words.join(''));
        } catch {
          return;
        }
        expect(address).toMatch(/^(https:\/\/|ssh:\/\/|file:\/\/\/|[a-z0-9_][\w.-]*@[a-z0-9])/i);
        expect(address).not.toMatch(/::|\s|^-|^[^:]*@-|\/\/([^/]*@)?-/);
      }),
      { numRuns: 2000 },
    );
  });

  test('the name of its copy is a plain name of a folder', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(snapshotName(`https://e.org/${text}`, 'abcdef0123456789')).toMatch(
          /^[a-z0-9-]{1,60}$/,
        );
      }),
    );
  });
});

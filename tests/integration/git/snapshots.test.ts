import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openSnapshots } from '../../../src/platform/git/snapshots.js';
import { pathCheck } from '../../../src/platform/git/wanted-files.js';
import { Repository } from '../../support/repository.js';

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const each of made.splice(0)) each.remove();
});

function repository(files: Record<string, string>): Repository {
  const created = new Repository(files);
  made.push(created);
  return created;
}

function home(): string {
  const folder = mkdtempSync(join(tmpdir(), 'viva-snapshots-'));
  made.push({ remove: () => rmSync(folder, { recursive: true, force: true }) });
  return folder;
}

function opened(env: NodeJS.ProcessEnv = process.env) {
  const folder = join(home(), 'sources');
  const snapshots = openSnapshots(folder, { env, mayAsk: false });
  const read = (name: string) => readFileSync(join(folder, 'x', 'files', name), 'utf8');
  return { folder, snapshots, read };
}

/** Every file below a folder. */
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

describe('a copy of a repository', () => {
  test('holds its text and pictures, and nothing of git', () => {
    const source = repository({
      'a.md': 'a',
      'b/c?.md': 'c',
      'b/p.png': 'p',
      'x.js': 'x',
      LICENSE: 'l',
    });
    const { folder, snapshots } = opened();
    expect(snapshots.update(source.address, 'x')).toEqual({
      ...{ folder: join(folder, 'x', 'files'), isNew: true, leftOut: [] },
    });
    expect(below(folder)).toEqual([
      ...['x/files/LICENSE', 'x/files/a.md', 'x/files/b/c?.md', 'x/files/b/p.png', 'x/source.json'],
    ]);
    expect(snapshots.has('x')).toBe(true);
  });

  test('is fetched again where its head is another, after a force-push too', () => {
    const source = repository({ 'a.md': 'one' });
    const { snapshots, read, folder } = opened();
    snapshots.update(source.address, 'x');
    expect(snapshots.update(source.address, 'x').isNew).toBe(false);
    source.commit({ 'a.md': null, 'b.md': 'two' });
    expect(snapshots.update(source.address, 'x').isNew).toBe(true);
    source.git('reset', '--quiet', '--hard', 'HEAD~1');
    source.commit({ 'a.md': 'three' });
    snapshots.update(source.address, 'x');
    expect(read('a.md')).toBe('three');
    expect(below(folder)).toEqual(['x/files/a.md', 'x/source.json']);
  });

  test('asks the server once where there is no copy, and names what is left out', () => {
    const source = repository({ 'a.md': 'a', 'b\nc.md': 'b' });
    const asked = join(home(), 'asked');
    const command = `sh -c 'echo >>${asked}; for last; do :; done; exec sh -c "$last"' ssh`;
    const env = { ...process.env, GIT_SSH_COMMAND: command, GIT_SSH_VARIANT: 'ssh' };
    const { snapshots } = opened(env);
    const address = `git@example.org:${source.folder}`;
    expect(snapshots.update(address, 'x').leftOut).toEqual(['b\nc.md']);
    expect(readFileSync(asked, 'utf8')).toBe('\n');
    snapshots.update(address, 'x');
    expect(readFileSync(asked, 'utf8')).toBe('\n\n');
  });

  test('follows no link, takes no submodule, and runs nothing', () => {
    const source = repository({ 'a.md': 'a' });
    const ran = join(home(), 'ran');
    const program = join(home(), 'program');
    writeFileSync(program, `#!/bin/sh\ntouch ${ran}\ncat\n`, { mode: 0o755 });
    symlinkSync('/etc/passwd', join(source.folder, 'link.md'));
    symlinkSync('/etc', join(source.folder, 'folder'));
    source.commit({ '.gitattributes': '*.md filter=evil diff=evil text eol=crlf\n' });
    source.git(
      'update-index',
      '--add',
      '--cacheinfo',
      `160000,${source.git('rev-parse', 'HEAD').trim()},sub`,
    );
    source.commit({ '.gitmodules': '[submodule "sub"]\n\tpath = sub\n\turl = ext::sh\n' });
    for (const hook of ['post-checkout', 'post-merge', 'reference-transaction', 'pre-auto-gc']) {
      const path = join(source.folder, '.git', 'hooks', hook);
      writeFileSync(path, `#!/bin/sh\ntouch ${ran}\n`, { mode: 0o755 });
    }
    source.git('config', 'core.fsmonitor', program);
    source.git('config', 'uploadpack.packObjectsHook', program);
    const config = join(home(), 'gitconfig');
    writeFileSync(
      config,
      `[filter "evil"]\n\tsmudge = ${program}\n\trequired = true\n[core]\n\tfsmonitor = ${program}\n`,
    );
    const { snapshots, folder, read } = opened({ ...process.env, GIT_CONFIG_GLOBAL: config });
    snapshots.update(source.address, 'x');
    expect(below(folder)).toEqual(['x/files/a.md', 'x/source.json']);
    expect(read('a.md')).toBe('a');
    expect(existsSync(ran)).toBe(false);
  });

  test('reads no settings of the repository it is fetched within', () => {
    const source = repository({ 'a.md': 'a' });
    const around = repository({});
    const ran = join(home(), 'ran');
    around.git('config', 'url.ext::sh -c touch% .insteadOf', 'file:');
    around.git('config', 'core.sshCommand', `touch ${ran}`);
    const folder = join(around.folder, 'sources');
    openSnapshots(folder, { env: process.env, mayAsk: false }).update(source.address, 'x');
    expect(existsSync(join(folder, 'x', 'files', 'a.md'))).toBe(true);
    expect(existsSync(ran)).toBe(false);
  });

  test('does not use a transport that is not allowed, whatever the settings rewrite', () => {
    const ran = join(home(), 'ran');
    const config = join(home(), 'gitconfig');
    writeFileSync(config, `[url "ext::sh -c touch% ${ran}%;"]\n\tinsteadOf = https://\n`);
    const { snapshots } = opened({ ...process.env, GIT_CONFIG_GLOBAL: config });
    expect(() => snapshots.update('https://example.invalid/a.git', 'x')).toThrow(
      expect.objectContaining({ code: 'source-failed' }),
    );
    expect(existsSync(ran)).toBe(false);
  });

  test('stays as it was where fetching fails, and nothing is left beside it', () => {
    const source = repository({ 'a.md': 'a' });
    const { snapshots, folder, read } = opened();
    snapshots.update(source.address, 'x');
    source.remove();
    expect(() => snapshots.update(source.address, 'x')).toThrow(/^Git could not fetch: .*\.$/);
    expect(read('a.md')).toBe('a');
    expect(readdirSync(folder)).toEqual(['x']);
  });

  test('is there again after a kill between the two renames', () => {
    const source = repository({ 'a.md': 'a' });
    const { snapshots, folder, read } = opened();
    snapshots.update(source.address, 'x');
    renameSync(join(folder, 'x'), join(folder, '.x.old-99'));
    mkdirSync(join(folder, '.x.part-99', 'files'), { recursive: true });
    expect(snapshots.has('x')).toBe(true);
    expect(read('a.md')).toBe('a');
  });

  test('an empty repository has nothing to fetch', () => {
    const folder = home();
    const empty = new Repository({});
    made.push(empty);
    empty.git('update-ref', '-d', 'refs/heads/main');
    const snapshots = openSnapshots(folder, { env: process.env, mayAsk: false });
    expect(() => snapshots.update(empty.address, 'x')).toThrow(
      'There is no commit at that address',
    );
  });

  test('git that is not there is said', () => {
    const { snapshots } = opened({ PATH: '/nowhere' });
    expect(() => snapshots.update('file:///a', 'x')).toThrow('Git is not installed');
  });
});

test('no path leads out of the folder, or to git', () => {
  const isSafe = pathCheck('linux');
  const bad = [
    '../a.md',
    'a/../../b.md',
    '/a.md',
    '.git/a.md',
    'a/.GIT/b.md',
    'git~1/a.md',
    'a\\b.md',
    'a//b.md',
    'a\u001b.md',
  ];
  expect(bad.filter(isSafe)).toEqual([]);
  expect(['a?.md', 'b/What is "x": y.md'].every(isSafe)).toBe(true);
  expect(['a?.md', 'con.md', 'a./b.md', 'a:b.md'].filter(pathCheck('win32'))).toEqual([]);
});

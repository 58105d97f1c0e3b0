import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/home.js';
import { BIN, moduleText, Viva } from '../support/viva.js';

const PASSPHRASE = 'four words nobody knows';

function machine(): Viva {
  const viva = new Viva();
  viva.env = { GIT_CONFIG_GLOBAL: join(viva.home, 'gitconfig'), GIT_CONFIG_NOSYSTEM: '1' };
  return viva;
}

function withDeck(): Viva {
  const viva = machine();
  const questions = ['one', 'two'].map((word) => ({ q: `What is ${word}?`, a: `It is ${word}.` }));
  viva.write('decks/m.md', moduleText('Numbers', 1, questions));
  expect(viva.run(['import', 'decks', '--as', 'mine']).status).toBe(0);
  return viva;
}

const idOf = (viva: Viva, word: string): string =>
  viva.json(['list', `"What is ${word}?"`]).cards[0].id;

const reviewsOf = (viva: Viva, id: string): number => viva.json(['show', id]).history.length;

test('through a folder: all comes to the second machine, and both reviews of one card count', () => {
  const [home, work] = [withDeck(), machine()];
  const folder = join(tempFolder(), 'shared');
  home.run(['config', 'set', 'newPerDay', '7']);
  home.run(['plan', 'add', '--company', 'Google', '--date', '2026-12-20']);
  expect(home.run(['sync', 'init', folder]).stdout).toContain('Started a sync in');
  expect(work.run(['sync', 'init', folder]).stdout).toContain('2 cards');
  expect(work.json(['config', 'get', 'newPerDay']).value).toBe(7);
  expect(work.run(['plan', 'list']).stdout).toContain('Google');

  // The deck is on this machine, too: it is the same collection, and its cards are known.
  const deck = readFileSync(join(home.home, 'decks', 'm.md'), 'utf8');
  work.write('mine/m.md', deck);
  expect(work.run(['import', 'mine']).status).toBe(0);
  expect(work.json(['list']).cards).toHaveLength(2);

  const id = idOf(home, 'one');
  home.run(['grade', id, 'good']);
  work.now = '2026-11-24T09:00:00Z';
  work.run(['grade', id, 'again']);
  home.run(['sync']);
  expect(work.run(['sync']).stdout).toContain('both reviews count');
  home.run(['sync']);
  for (const viva of [home, work]) expect(reviewsOf(viva, id)).toBe(2);
  expect(home.json(['show', id]).card).toEqual(work.json(['show', id]).card);

  // An undo takes back this device's own.
  expect(home.run(['undo']).stdout).toContain('Good');
  expect(home.run(['undo']).status).toBe(1);
  expect(home.json(['sync', 'status']).sync).toMatchObject({ unsent: 1, problem: null });
  expect(home.run(['sync', 'leave']).status).toBe(0);
  expect(home.run(['sync']).stderr).toContain('(sync-off)');
});

test('through git: beside other files, encrypted, and a wrong passphrase writes nothing', () => {
  const [home, work] = [withDeck(), machine()];
  const bare = join(tempFolder(), 'memory.git');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('init', '--quiet', '--bare', bare);
  const clone = join(tempFolder(), 'clone');
  git('clone', bare, clone);
  writeFileSync(join(clone, 'README.md'), 'Notes\n');
  git('-C', clone, 'add', '.');
  git('-C', clone, 'commit', '-m', 'Notes');
  git('-C', clone, 'push');
  // Nothing of the repository runs here.
  const trace = join(tempFolder(), 'ran');
  mkdirSync(join(bare, 'hooks'), { recursive: true });
  for (const hook of ['pre-receive', 'update', 'post-receive']) {
    writeFileSync(join(bare, 'hooks', hook), `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 });
  }

  home.env.VIVA_SYNC_PASSPHRASE = PASSPHRASE;
  expect(home.run(['sync', 'init', bare, '--encrypt'])).toMatchObject({ status: 0 });
  expect(existsSync(trace)).toBe(false);
  const files = git('-C', bare, 'ls-tree', '-r', '--name-only', 'HEAD').trim().split('\n');
  expect(files).toContain('README.md');
  expect(
    files.filter((file) => file !== 'README.md').every((f) => f.startsWith('viva-sync/')),
  ).toBe(true);
  const log = files.find((file) => file.includes('/log/')) ?? '';
  expect(log).toMatch(/\.jsonl\.age$/);
  expect(git('-C', bare, 'show', `HEAD:${log}`)).not.toContain('What is');

  work.env.VIVA_SYNC_PASSPHRASE = 'something else entirely';
  const wrong = work.run(['sync', 'init', `file://${bare}`]);
  expect(wrong).toMatchObject({ status: 1, stderr: expect.stringContaining('(sync-key)') });
  expect(work.run(['sync']).stderr).toContain('(sync-off)');
  work.env.VIVA_SYNC_PASSPHRASE = PASSPHRASE;
  expect(work.run(['sync', 'init', `file://${bare}`]).stdout).toContain('2 cards');
  delete work.env.VIVA_SYNC_PASSPHRASE;
  const id = idOf(work, 'two');
  work.run(['grade', id, 'hard']);
  work.run(['sync']);
  home.run(['sync']);
  expect(reviewsOf(home, id)).toBe(1);
  // A passphrase is made slow to guess.
}, 120_000);

test('addresses that would run something, and what is not there, end in a sentence', () => {
  const viva = withDeck();
  const trace = join(viva.home, 'ran');
  expect(viva.run(['sync', 'init', `ext::touch ${trace}`])).toMatchObject({ status: 2 });
  const gone = viva.run(['sync', 'init', join(viva.home, 'no', 'such', 'folder')]);
  expect(gone).toMatchObject({ status: 1, stderr: expect.stringContaining('(sync-unreachable)') });
  for (const path of [join(viva.home, 'decks/m.md'), join(viva.home, 'none.git')]) {
    const answer = viva.run(['sync', 'init', path]);
    expect(answer).toMatchObject({ status: 2, stderr: expect.stringContaining('(sync-address)') });
  }
  const url = `file://${join(viva.home, 'gone.git')}`;
  const refused = viva.run(['sync', 'init', url]);
  expect(refused).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('(sync-unreachable)'),
  });
  expect(refused.stderr).not.toContain('\u001b');
  expect(existsSync(trace)).toBe(false);
});

test('a segment that was damaged is named and skipped, and one of a newer viva refused', () => {
  const [home, work] = [withDeck(), machine()];
  const folder = join(tempFolder(), 'shared');
  home.run(['sync', 'init', folder]);
  const log = join(folder, 'log', readdirSync(join(folder, 'log'))[0] ?? '');
  const [name = ''] = readdirSync(log);
  const text = readFileSync(join(log, name), 'utf8');
  writeFileSync(join(log, name), text.replace('It is one', 'It is ONE'));
  const joined = work.run(['sync', 'init', folder]);
  expect(joined).toMatchObject({ status: 0, stdout: expect.stringContaining(`Skipped log/`) });
  expect(work.json(['list']).cards).toEqual([]);
  writeFileSync(join(log, name), text.replace('"version":1', '"version":9'));
  expect(work.run(['sync'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Update viva on this machine'),
  });
  writeFileSync(join(log, name), text);
  expect(work.run(['sync']).stdout).toContain('2 cards');
});

test('by itself when a session ends, and by many at once: nothing is lost, and nobody waits', async () => {
  const home = withDeck();
  const folder = join(tempFolder(), 'shared');
  home.run(['sync', 'init', folder]);
  home.run(['config', 'set', 'sync', 'auto']);
  expect(home.run(['review', '--plain'], '\n3\nq\n').status).toBe(0);
  const status = () => home.json(['sync', 'status']).sync;
  for (let tries = 0; status().unsent > 0 && tries < 40; tries += 1) await pause(250);
  expect(status()).toMatchObject({ unsent: 0, problem: null });

  // Four syncs of one database at once.
  home.run(['grade', idOf(home, 'two'), 'good']);
  const env = { ...process.env, VIVA_HOME: join(home.home, 'viva'), VIVA_NOW: home.now };
  const codes = Array.from({ length: 4 }, async () => {
    const child = spawn(process.execPath, [BIN, 'sync'], { env, stdio: 'ignore' });
    const [code] = await once(child, 'exit');
    return code;
  });
  expect((await Promise.all(codes)).filter((code) => code === 0).length).toBeGreaterThan(0);
  const work = machine();
  work.run(['sync', 'init', folder]);
  for (const word of ['one', 'two']) expect(reviewsOf(work, idOf(work, word))).toBe(1);
}, 60_000);

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

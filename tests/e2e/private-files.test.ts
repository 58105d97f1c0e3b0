import { chmodSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

const MODULE = moduleText('Alpha', 1, [{ q: 'What is alpha?', a: 'The first letter.' }]);

/** The modes of a folder and everything in it, by name. */
function modesIn(folder: string): Record<string, string> {
  const mode = (path: string) => (lstatSync(path).mode & 0o777).toString(8);
  const below = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries([['.', mode(folder)], ...below.map((n) => [n, mode(join(folder, n))])]);
}

function expectPrivate(folder: string): string[] {
  const modes = modesIn(folder);
  for (const [name, mode] of Object.entries(modes)) {
    const isFolder = lstatSync(join(folder, name)).isDirectory();
    expect([name, mode]).toEqual([name, isFolder ? '700' : '600']);
  }
  return Object.keys(modes);
}

/** Holds a review open, so that SQLite's own files are there to be seen. */
async function whileReviewing(viva: Viva, look: () => void): Promise<void> {
  const terminal = viva.open(['review']);
  await terminal.waitFor('show answer');
  terminal.send(' ');
  await terminal.waitFor('first letter');
  terminal.send('3');
  look();
  terminal.send('q');
  await terminal.waitFor(/q quit/);
  terminal.send('q');
  await terminal.waitForExit();
}

describe.skipIf(process.platform === 'win32')('what viva keeps is for its owner alone', () => {
  test('whatever the umask, while a review is open too', async () => {
    const viva = new Viva();
    viva.write('decks/a.md', MODULE);
    const before = process.umask(0);
    try {
      expect(viva.run(['import', 'decks']).status).toBe(0);
      expect(viva.run(['config', 'set', 'newPerDay', '7']).status).toBe(0);
      await whileReviewing(viva, () => {
        const names = expectPrivate(join(viva.home, 'viva'));
        expect(names).toEqual(
          expect.arrayContaining(['viva.db', 'viva.db-wal', 'viva.db-shm', 'config.json']),
        );
      });
    } finally {
      process.umask(before);
    }
  });

  test('also where it was there before with wider modes', async () => {
    const viva = new Viva();
    viva.write('decks/a.md', MODULE);
    expect(viva.run(['import', 'decks']).status).toBe(0);
    expect(viva.run(['config', 'set', 'newPerDay', '7']).status).toBe(0);
    const home = join(viva.home, 'viva');
    const open = viva.open(['review']);
    await open.waitFor('show answer');
    chmodSync(home, 0o755);
    for (const name of readdirSync(home)) {
      const path = join(home, name);
      chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644);
    }
    expect(viva.run(['due']).status).toBe(0);
    const names = expectPrivate(home);
    expect(names).toEqual(expect.arrayContaining(['viva.db-wal', 'viva.db-shm']));
    open.send('qq');
    await open.waitForExit();
  });

  test('data and settings apart, as XDG has it', () => {
    const viva = new Viva();
    viva.env = {
      VIVA_HOME: '',
      XDG_DATA_HOME: join(viva.home, 'data'),
      XDG_CONFIG_HOME: join(viva.home, 'config'),
    };
    for (const folder of ['data/viva', 'config/viva']) {
      mkdirSync(join(viva.home, folder), { recursive: true });
      chmodSync(join(viva.home, folder), 0o777);
    }
    writeFileSync(join(viva.home, 'config/viva/config.json'), '{}', { mode: 0o644 });
    expect(viva.run(['due']).status).toBe(0);
    expectPrivate(join(viva.home, 'data/viva'));
    expectPrivate(join(viva.home, 'config/viva'));
  });

  test("but not what proves not to be viva's", () => {
    const viva = new Viva();
    viva.write('notes.txt', 'my diary');
    chmodSync(join(viva.home, 'notes.txt'), 0o644);
    for (const command of [['due'], ['doctor'], ['doctor', '--repair'], ['review', '--plain']]) {
      expect(viva.run([...command, '--db', 'notes.txt']).status).toBe(1);
      expect(modesIn(viva.home)['notes.txt']).toBe('644');
    }
  });

  test('but a folder that --db names keeps its mode, and the database there does not', () => {
    const viva = new Viva();
    mkdirSync(join(viva.home, 'shared'));
    chmodSync(join(viva.home, 'shared'), 0o755);
    expect(viva.run(['due', '--db', 'shared/mine.db']).status).toBe(0);
    chmodSync(join(viva.home, 'shared/mine.db'), 0o644);
    expect(viva.run(['due', '--db', 'shared/mine.db']).status).toBe(0);
    const own = { backups: '700', 'backups/mine-2026-11-24.db': '600', 'mine.db': '600' };
    expect(modesIn(join(viva.home, 'shared'))).toEqual({ '.': '755', ...own });

    const backup = 'shared/backups/mine-2026-11-24.db';
    chmodSync(join(viva.home, backup), 0o644);
    const doctor = (...flags: string[]) =>
      viva.run(['doctor', ...flags, '--db', 'shared/mine.db']).stdout;
    expect(doctor()).toContain(`Other users of this machine can read: ${backup}.`);
    expect(doctor('--repair')).toContain(`Only you can read ${backup} now.`);
    expect(doctor()).toContain('Only you can read these files.');
    expect(modesIn(join(viva.home, 'shared'))).toEqual({ '.': '755', ...own });
  });
});

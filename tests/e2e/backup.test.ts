import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

const QUESTIONS = Array.from({ length: 4 }, (_, n) => ({ q: `Question ${n}?`, a: `Answer ${n}.` }));

function home(): Viva {
  const viva = new Viva();
  viva.write('decks/a.md', moduleText('Alpha', 1, QUESTIONS));
  viva.json(['import', 'decks']);
  return viva;
}

const backups = (viva: Viva) => readdirSync(join(viva.home, 'viva', 'backups'));
const reviews = (viva: Viva) => viva.json(['list', 'rated:9']).cards.length;

describe('viva backup and restore', () => {
  test('one backup a study day is made by itself', () => {
    const viva = home();
    expect(backups(viva)).toEqual(['viva-2026-11-24.db']);
    viva.json(['due']);
    expect(backups(viva)).toEqual(['viva-2026-11-24.db']);
    // Half past three in the morning belongs to the day before.
    viva.now = '2026-11-25T03:30:00Z';
    viva.json(['due']);
    expect(backups(viva)).toEqual(['viva-2026-11-24.db']);
    viva.now = '2026-11-25T04:30:00Z';
    viva.json(['due']);
    expect(backups(viva)).toEqual(['viva-2026-11-24.db', 'viva-2026-11-25.db']);
  });

  test('it is made while the review waits, too', async () => {
    const viva = home();
    viva.now = '2026-11-25T08:00:00Z';
    const terminal = viva.open(['review']);
    await terminal.waitFor('show answer');
    await terminal.waitFor(() => backups(viva).includes('viva-2026-11-25.db'));
    terminal.kill();
    await terminal.waitForExit();
    expect(viva.json(['restore']).backups[0]).toMatchObject({ day: '2026-11-25', problem: null });
  });

  test('a backup that cannot be made is a warning, and the command works', () => {
    const viva = new Viva();
    viva.write('viva/backups', 'a file where the folder should be');
    viva.write('decks/a.md', moduleText('Alpha', 1, QUESTIONS));
    const { status, stderr } = viva.run(['import', 'decks']);
    expect(status).toBe(0);
    expect(stderr).toContain("viva: could not make today's backup: ");
    expect(viva.json(['list']).cards).toHaveLength(4);
  });

  test('back up, go on, restore, and go back again', () => {
    const viva = home();
    const made = viva.json(['backup']).backup;
    expect(made).toMatchObject({ cards: 4, reviews: 0 });
    expect(statSync(made.path).mode & 0o777).toBe(0o600);
    viva.run(['review', '--plain'], '\n3\nq\n');
    expect(reviews(viva)).toBe(1);

    const { restored } = viva.json(['restore', 'viva-2026-11-24-manual', '--yes']);
    expect(restored.movedTo).toBeNull();
    expect(reviews(viva)).toBe(0);
    viva.json(['restore', restored.backedUpTo, '--yes']);
    expect(reviews(viva)).toBe(1);
  });

  test('lists what there is, and says which are no good', () => {
    const viva = new Viva();
    expect(viva.run(['restore']).stdout).toContain('There is no backup yet.');
    viva.write('decks/a.md', moduleText('Alpha', 1, QUESTIONS));
    viva.json(['import', 'decks']);
    writeFileSync(join(viva.home, 'viva', 'backups', 'viva-2026-11-20.db'), 'rubbish');
    const { stdout } = viva.run(['restore']);
    expect(stdout).toMatch(/viva-2026-11-24 +4 +0 /);
    expect(stdout).toMatch(/viva-2026-11-20 .*bad: it is not a database/);
    const { status, stderr } = viva.run(['restore', '2026-11-20', '--yes']);
    expect(status).toBe(1);
    expect(stderr).toContain('(backup-unusable)');
    expect(viva.json(['list']).cards).toHaveLength(4);
  });

  test('asks before it replaces, and takes no for an answer', async () => {
    const viva = home();
    viva.run(['review', '--plain'], '\n3\nq\n');
    const terminal = viva.open(['restore', '2026-11-24']);
    await terminal.waitFor('It is backed up first. [y/N]');
    terminal.send('n\r');
    expect((await terminal.waitForExit()).status).toBe(0);
    expect(reviews(viva)).toBe(1);
    const refused = viva.run(['restore', '2026-11-24']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--yes');
  });

  test('a restore while a review is open loses nothing of it', async () => {
    const viva = home();
    const terminal = viva.open(['review']);
    await terminal.waitFor('show answer');
    const { restored } = viva.json(['restore', '2026-11-24', '--yes']);
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    terminal.send('3');
    await terminal.waitFor('Question 1?');
    terminal.kill();
    await terminal.waitForExit();
    expect(reviews(viva)).toBe(1);
    expect(existsSync(restored.backedUpTo)).toBe(true);
  });

  test('restores a database that is gone, and one that is damaged', () => {
    const viva = home();
    viva.run(['review', '--plain'], '\n3\nq\n');
    viva.json(['backup']);
    const database = join(viva.home, 'viva', 'viva.db');
    writeFileSync(database, 'no database any more');
    const { restored } = viva.json(['restore', '2026-11-24-manual', '--yes']);
    expect(restored.movedTo).toBe(`${database}.damaged`);
    expect(reviews(viva)).toBe(1);
  });
});

test('a backup is restored on a machine that has nothing of viva yet', () => {
  const [old, fresh] = [new Viva(), new Viva()];
  old.write('m.md', moduleText('Alpha', 1, [{ q: 'What is it?', a: 'It is this.' }]));
  old.json(['import', 'm.md']);
  const { backup } = old.json(['backup', `${fresh.home}/carried.db`]);
  fresh.json(['restore', backup.path, '--yes']);
  expect(fresh.json(['list']).cards).toHaveLength(1);
});

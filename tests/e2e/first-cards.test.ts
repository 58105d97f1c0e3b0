import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUNDLED_DECKS, moduleText, Viva } from '../support/viva.js';

const NOTES = moduleText('Notes', 1, [{ q: 'What is mine?', a: 'This.' }]);
const BROKEN = '---\ntitle: [\n---\n\n# Notes\n';

const collections = (viva: Viva) =>
  viva.json(['collections']).collections.map(({ name }: { name: string }) => name);

describe('the bundled decks', () => {
  test.each([
    [['due'], '10 due today'],
    [['list', '--limit', '1'], '1 of 459 cards'],
  ])('come in with whatever looks at cards first: %j', (args, said) => {
    const viva = new Viva();
    const { stdout, stderr, status } = viva.run(args);
    expect([stdout, stderr, status]).toEqual([expect.stringContaining(said), '', 0]);
  });

  test('do not come back once they were removed', () => {
    const viva = new Viva();
    viva.run(['due']);
    viva.run(['collections', 'remove', 'viva', '--yes']);
    expect(viva.run(['list']).stdout).toBe('No card matches.\n');
  });

  test('are offered after own notes, and come in when asked for', () => {
    const viva = new Viva();
    viva.write('notes/a.md', NOTES);
    expect(viva.run(['import', 'notes']).stdout).toContain('"viva import --bundled" adds them');
    expect(viva.run(['import', '--bundled']).status).toBe(0);
    expect(collections(viva)).toEqual(['notes', 'viva']);
    expect(viva.run(['list', 'collection:viva', '--limit', '1']).stdout).toMatch(/1 of \d{3}/);
    expect(viva.json(['collections']).collections[1].source).toMatch(/decks$/);
    expect(viva.json(['collections']).collections[1].source).toBe(BUNDLED_DECKS);
    expect(viva.run(['import', 'notes']).stdout).not.toContain('--bundled');
  });

  test('come in with the first review where every own file failed, and no collection is left of those', () => {
    const viva = new Viva();
    viva.write('notes/a.md', BROKEN);
    expect(viva.run(['import', 'notes']).status).toBe(1);
    expect(collections(viva)).toEqual([]);
    expect(viva.run(['review', '--plain'], 'q\n').status).toBe(0);
    expect(collections(viva)).toEqual(['viva']);
    viva.write('notes/a.md', NOTES);
    expect(viva.run(['import', 'notes']).status).toBe(0);
    expect(collections(viva)).toEqual(['viva', 'notes']);
  });

  test('a collection that is there keeps its cards when all of its files fail', () => {
    const viva = new Viva();
    viva.write('notes/a.md', NOTES);
    viva.run(['import', 'notes']);
    viva.write('notes/a.md', BROKEN);
    expect(viva.run(['import', 'notes']).status).toBe(1);
    expect(viva.json(['list']).cards).toHaveLength(1);
  });
});

test('who begins is greeted once, with how much there is and how long it takes', async () => {
  const viva = new Viva();
  const terminal = viva.open([], { columns: 80, rows: 24 });
  await terminal.waitFor('Welcome to viva');
  expect(terminal.text()).toMatch(/\d{3} cards[\s\S]*10 new cards a day[\s\S]*15 minutes/);
  expect(terminal.text()).toContain('and never leaves');
  terminal.send(' ');
  await terminal.waitFor('show answer');
  terminal.kill('SIGKILL');
  await terminal.waitForExit();
  const again = viva.run(['review', '--plain'], 'q\n').stdout;
  expect(again).toContain('10 new');
  expect(again).not.toContain('10 new cards a day');
});

test('a dumb terminal is reviewed on line by line', async () => {
  const viva = new Viva();
  viva.write('notes/a.md', NOTES);
  viva.run(['import', 'notes']);
  viva.env = { TERM: 'dumb' };
  const terminal = viva.open([]);
  await terminal.waitFor('What is mine?');
  terminal.send('\r');
  await terminal.waitFor('Answer:');
  terminal.send('easy\r');
  await terminal.waitFor(/1 card in/);
  expect((await terminal.waitForExit()).status).toBe(0);
  expect(terminal.raw()).not.toContain('\u001b[');
});

describe('an install that is upgraded or moved', () => {
  /** Copies the built program to a folder, with a deck of its own. */
  function install(viva: Viva, name: string, deck: string): string {
    const root = join(viva.home, name);
    for (const part of ['dist', 'package.json']) {
      cpSync(resolve(part), join(root, part), { recursive: true });
    }
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    mkdirSync(join(root, 'decks'));
    writeFileSync(join(root, 'decks', 'a.md'), deck);
    return join(root, 'dist', 'viva.cjs');
  }
  const run = (
    viva: Viva,
    bin: string,
    args: string[],
    input = '',
    env: Record<string, string> = {},
  ) =>
    spawnSync(process.execPath, [bin, ...args], {
      env: { VIVA_HOME: join(viva.home, 'viva'), TZ: 'UTC', PATH: process.env.PATH ?? '', ...env },
      input,
      encoding: 'utf8',
    });

  test('leaves the edits of bundled cards, and their history', () => {
    const viva = new Viva();
    const first = install(
      viva,
      'one',
      moduleText('Bundled', 1, [
        { q: 'What is old?', a: 'This is.' },
        { q: 'Which is second?', a: 'That is.' },
      ]),
    );
    expect(run(viva, first, ['review', '--plain'], '\n3\nq\n').status).toBe(0);
    const edit = `sed -i -e 's/What is old/What is mine/'`;
    const edited = run(viva, first, ['edit', 'old'], '', { EDITOR: edit });
    expect(edited.stdout).toContain('1 card changed.');
    expect(readFileSync(join(viva.home, 'one/decks/a.md'), 'utf8')).toContain('What is old?');
    rmSync(join(viva.home, 'one'), { recursive: true });
    const second = install(
      viva,
      'two',
      moduleText('Bundled', 1, [
        { q: 'What is newer?', a: 'This one came with the upgrade.' },
        { q: 'What is old?', a: 'This is.', companies: 'Meta' },
        { q: 'Which is second?', a: 'That is, now.' },
      ]),
    );
    // A moved install goes on by itself; an upgrade comes with the import.
    const shown = run(viva, second, ['review', '--plain'], 'q\n');
    expect([shown.status, shown.stderr]).toEqual([0, '']);
    const { cards } = JSON.parse(run(viva, second, ['list', '--json']).stdout);
    expect(cards.map((card: Record<string, unknown>) => [card.question, card.companies])).toEqual([
      ['What is newer?', ['Google']],
      ['What is mine?', ['Meta']],
      ['Which is second?', ['Google']],
    ]);
    expect(cards.reduce((sum: number, { reps }: { reps: number }) => sum + reps, 0)).toBe(1);
  });
});

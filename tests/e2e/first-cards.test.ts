import { describe, expect, test } from 'vitest';
import { BUNDLED_DECKS, moduleText, Viva } from '../support/viva.js';

const NOTES = moduleText('Notes', 1, [{ q: 'What is mine?', a: 'This.' }]);
const BROKEN = '---\ntitel: "Notes"\n---\n\n# Notes\n';

const collections = (viva: Viva) =>
  viva.json(['collections']).collections.map(({ name }: { name: string }) => name);

describe('the decks that come with viva', () => {
  test.each(['due', 'list'])('are named by %s where there is no card yet', (command) => {
    const viva = new Viva();
    expect(viva.run([command]).stdout).toContain('There are no cards yet. "viva" brings the decks');
    viva.write('notes/a.md', NOTES);
    viva.run(['import', 'notes']);
    expect(viva.run([command]).stdout).not.toContain('There are no cards yet');
  });

  test('are offered after own notes, and come in when asked for', () => {
    const viva = new Viva();
    viva.write('notes/a.md', NOTES);
    expect(viva.run(['import', 'notes']).stdout).toContain('"viva import --bundled" adds them');
    expect(viva.run(['import', '--bundled']).status).toBe(0);
    expect(collections(viva)).toEqual(['notes', 'viva']);
    expect(viva.run(['list', 'collection:viva', '--limit', '1']).stdout).toMatch(/1 of \d{3}/);
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
